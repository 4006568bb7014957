"""The grader's side: a `Sandbox` makes a `Worker` for each check. See the top of the package."""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import cached_property
from types import TracebackType

from grader.errors import SandboxError, Unconfined
from grader.sandbox.launch import Zygote, can_fork, launch
from grader.sandbox.worker import Means, Worker


class Sandbox:
    """A source of workers that starts in the background: who asks for the first one waits until it is up.
    Use as a context manager.

    Attributes:
        stop: when it becomes readable, whatever runs is called off.
    """

    def __init__(
        self, start: Callable[[], Means], must_confine: bool = False, stop: socket.socket | None = None
    ) -> None:
        self.stop = stop
        self._start = start
        self._must_confine = must_confine
        self._broken: SandboxError | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "means" in vars(self):
            self.means.close()

    @cached_property
    def means(self) -> Means:
        """Raises SandboxError if not even a process can be had; it is not tried again."""
        if self._broken:
            raise self._broken
        try:
            return self._start()
        except SandboxError as error:
            self._broken = error
            raise

    def worker(self, seconds: float) -> Worker:
        """A fresh worker that may use so many seconds of processor time. Raises SandboxError; Unconfined if
        the system cannot confine it and it must be."""
        if self._must_confine and self.means.level == "process":
            raise Unconfined
        worker = self.means.worker(seconds)
        worker.channel.stop = self.stop
        return worker

    def stock(self, seconds: float, number: int) -> None:
        """Have so many workers ready for who will need them soon. Raises SandboxError."""
        self.means.stock(seconds, number)


def open_sandbox(
    started: Zygote | None = None, means: str = "best", must_confine: bool = False, stop: socket.socket | None = None
) -> Sandbox:
    """The best sandbox of this machine, round a zygote that was `started` early if there is one.

    `means` narrows the choice, for tests and `grade doctor`: best, zygote (no bubblewrap), spawn.
    """
    return Sandbox(lambda: _best_means(started, means), must_confine, stop)


def _best_means(started: Zygote | None, means: str) -> Means:
    if not can_fork() or means == "spawn":
        from grader.sandbox.spawning import spawning

        return spawning("asked for" if means == "spawn" else "this system has no Landlock, seccomp and pidfd")
    from grader.sandbox.forking import forking

    zygote = started or (launch() if means == "best" else launch("not asked for"))
    try:
        return forking(zygote)
    except SandboxError as error:
        if not zygote.bubblewrap:
            raise
        return forking(launch(f"does not start: {error}"))
