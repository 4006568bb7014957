"""A look at a worker from outside, through /proc: what it has used, and how many threads it has."""

from __future__ import annotations

import os
from collections.abc import Callable

from grader.sandbox.worker import UNSEEN, Look


def looking(pidfd: int) -> Callable[[], Look]:
    """A function that looks at the process of a pidfd, which must stay open: a process id may be another's by then."""
    tick = os.sysconf("SC_CLK_TCK")
    found = _process_id(pidfd)

    def look() -> Look:
        """Also of one that has ended, until it is reaped."""
        try:
            with open(f"/proc/{found}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()  # from the third on: proc_pid_stat(5)
        except OSError:
            return UNSEEN
        if _process_id(pidfd) != found:
            return UNSEEN
        return Look((int(fields[11]) + int(fields[12])) / tick, starved(found), int(fields[17]))

    return look


def starved(process: int | str) -> float:
    """Seconds for which its first thread could have run and had no processor, as far as the kernel counts them
    (sched-stats.rst, "/proc/<pid>/schedstat")."""
    try:
        with open(f"/proc/{process}/schedstat", "rb") as file:
            return int(file.read().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def _process_id(pidfd: int) -> int:
    """Its number here, whatever namespace it lives in: pidfd_open(2), "fdinfo". -1 once it is reaped."""
    try:
        with open(f"/proc/self/fdinfo/{pidfd}", "rb") as file:
            return next((int(line.split()[1]) for line in file if line.startswith(b"Pid:")), -1)
    except OSError:
        return -1
