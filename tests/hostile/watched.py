"""Runs a command and watches it: how long it took, how much memory the grader itself used, what is left when it has ended."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_PR_SET_CHILD_SUBREAPER = 36
HANG_S = 600.0
GRACE_S = 10.0  # for what was killed to be gone


class Watched(NamedTuple):
    """
    Attributes:
        peak: bytes that the largest of the grader's own processes had in memory.
        left: what still ran when the command had ended, as a list of command lines.
    """

    code: int
    stdout: str
    stderr: str
    seconds: float
    peak: int
    left: tuple[str, ...]


def watched(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Watched:
    """Run it in `folder`. What outlives its parent becomes our child, so that it can be found; it is ended then."""
    before = set(descendants(os.getpid()))
    _reap_orphans(True)
    begun, peak = time.monotonic(), [0]
    out, err = folder / "stdout", folder / "stderr"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, start_new_session=True
        )  # fmt: skip
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
        watcher.start()
        try:
            process.wait(HANG_S)
        finally:
            process.kill()
            done.set()
            watcher.join()
            left = _left(before | {process.pid})
            _reap_orphans(False)
    said = [path.read_text(encoding="utf-8", errors="replace") for path in (out, err)]
    for path in (out, err):
        path.unlink()
    return Watched(process.wait(), said[0], said[1], time.monotonic() - begun, peak[0], left)


def _reap_orphans(on: bool) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, int(on), 0, 0, 0)


def _watch(pid: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(0.05):
        for one in (pid, *descendants(pid)):
            if not _is_sandbox(one):
                peak[0] = max(peak[0], _high_water(one))


def _is_sandbox(pid: int) -> bool:
    """A zygote, a worker, or what stands round them: not the grader, and limited by the kernel."""
    said = command_line(pid)
    return "from inside import" in said or "bwrap" in said or not said


def _high_water(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM")), 0)


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except OSError:
        return ""


def descendants(pid: int) -> Iterator[int]:
    """Every process below this one. A thread that ends meanwhile hides nobody's children but its own."""
    for task in _listed(Path(f"/proc/{pid}/task")):
        for child in _children(task):
            yield child
            yield from descendants(child)


_KILLED = 1 << 8  # SIGKILL, as proc_pid_status(5) shows what is pending


def was_ended(pid: int) -> bool:
    """Whether it is gone, or waits to be reaped, or was killed and has not run since: on a busy machine the kernel was seen to let
    one that was killed lie there for ten seconds, ready to run, before it ran it to its end."""
    try:
        said = dict(
            line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line
        )
    except OSError:
        return True
    pending = int(said["SigPnd"], 16) | int(said["ShdPnd"], 16)
    return said["State"][0] in "ZX" or bool(pending & _KILLED)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _children(task: Path) -> list[int]:
    try:
        return [int(one) for one in (task / "children").read_text().split()]
    except OSError:
        return []


def _left(known: set[int]) -> tuple[str, ...]:
    """What is there still, after a while; zombies are reaped, the rest is ended."""
    until = time.monotonic() + GRACE_S
    while True:
        found = [pid for pid in descendants(os.getpid()) if pid not in known]
        for pid in list(found):
            try:
                if os.waitpid(pid, os.WNOHANG)[0]:
                    found.remove(pid)
            except ChildProcessError:
                pass  # a child of one that is left
        found = [pid for pid in found if not was_ended(pid)]
        if not found or time.monotonic() > until:
            break
        time.sleep(0.05)
    said = tuple(f"{pid} {command_line(pid)[:80]}" for pid in found)
    for pid in found:
        os.kill(pid, signal.SIGKILL)
    return said
