"""Workers without a zygote: a fresh interpreter for each. macOS, Windows, and Linux without pidfd.

It offers a separate process, limits where the system has them, and data-only messages. What is printed goes
to a temporary file, because Windows cannot wait for a pipe and a socket at once.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile

from grader.errors import Fault
from grader.sandbox.channel import KEPT_OUTPUT_BYTES, Channel
from grader.sandbox.launch import environment, python, whole
from grader.sandbox.worker import Layer, Means, Worker, how_it_ended

REAP_LIMIT_S = 5.0


def spawning(why: str) -> Means:
    """The means of last resort; `why` goes into its layers."""
    return Means("process", [Layer("separate process", True), Layer("confinement", False, why)], spawn)


def spawn(seconds: float) -> Worker:
    """A fresh worker."""
    ours, theirs = socket.socketpair()
    printed = tempfile.TemporaryFile()  # noqa: SIM115  closed with the worker
    windows = os.name == "nt"
    process = subprocess.Popen(
        [*python("spawned"), "" if windows else str(theirs.fileno()), str(whole(seconds))],
        stdin=subprocess.PIPE if windows else subprocess.DEVNULL,
        stdout=printed,
        stderr=printed,
        env=environment(),
        close_fds=True,
        pass_fds=() if windows else [theirs.fileno()],
    )
    if process.stdin is not None:
        process.stdin.write(theirs.share(process.pid))  # type: ignore[attr-defined]
        process.stdin.close()
    theirs.close()

    def kill() -> None:
        process.kill()
        process.wait()

    def ended() -> Fault:
        process.wait(REAP_LIMIT_S)
        # How much processor time it used is not known here: a kill by the system is taken for the limit's.
        return how_it_ended(process.returncode, seconds, seconds)

    def read_output() -> bytes:
        with printed:
            printed.seek(0)
            return printed.read(KEPT_OUTPUT_BYTES)

    return Worker(Channel(ours, None), seconds, kill, ended, read_output)
