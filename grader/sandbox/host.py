"""The grader's side: a `Sandbox` makes a `Worker` for each check. See the top of the package."""

from __future__ import annotations

import faulthandler
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache, cached_property
from types import TracebackType
from typing import TextIO

from grader.errors import SandboxError, Unconfined
from grader.sandbox.inside.confine import MEMORY_BYTES
from grader.sandbox.launch import Zygote, can_fork, launch
from grader.sandbox.look import starved
from grader.sandbox.room import is_room
from grader.sandbox.worker import Means, Worker

OWN_TIME = 4  # times what the workers may take: so long may the grader be at something between two of them


class Allowance:
    """Time that the workers of one answer share. What the machine let them, or the grader, wait for does not count."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._begun = time.monotonic()
        self._starved = starved("self")
        self._waited = 0.0
        self._workers: list[Worker] = []

    @property
    def until(self) -> float:
        """When it is over, on the monotonic clock."""
        waited = starved("self") - self._starved + sum(worker.starved + worker.waited for worker in self._workers)
        return self._begun + self.seconds + self._waited + waited

    def share(self, worker: Worker, waited: float) -> None:
        """`waited`: for how long there was none, because this machine had no room for it."""
        self._waited += waited
        self._workers.append(worker)
        if (until := self.until) < worker.deadline:
            worker.deadline, worker.shared = until, self.seconds

    @property
    def was_waited_for(self) -> bool:
        """Whether a deadline was met."""
        return any(worker.was_late for worker in self._workers)

    @property
    def used(self) -> float:
        """Processor seconds of the workers that were left."""
        return sum(worker.used for worker in self._workers)


class Sandbox:
    """A source of workers that starts in the background: who asks for the first one waits until it is up.
    Use as a context manager.

    Attributes:
        stop: when it becomes readable, whatever runs is called off.
        expendable: whether somebody goes on without this process, should an answer keep it busy for too long.
        allowance: what the workers of now share.
    """

    def __init__(
        self, start: Callable[[], Means], must_confine: bool = False, stop: socket.socket | None = None
    ) -> None:
        self.stop = stop
        self.expendable = False
        self.allowance: Allowance | None = None
        self._start = start
        self._must_confine = must_confine
        self._broken: Exception | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "means" in vars(self):
            self.means.close()

    @cached_property
    def means(self) -> Means:
        """Raises SandboxError if not even a process can be had, OSError for want of something here; it is not tried again."""
        if self._broken:
            raise self._broken
        try:
            return self._start()
        except (SandboxError, OSError) as error:
            self._broken = error
            raise

    def worker(self, seconds: float) -> Worker:
        """A fresh worker that may use so many seconds of processor time. Raises SandboxError; Unconfined if
        the system cannot confine it and it must be."""
        if self._must_confine and self.means.level == "process":
            raise Unconfined
        begun = time.monotonic()
        worker = self.means.worker(seconds)
        worker.channel.stop = self.stop
        if self.allowance:
            self.allowance.share(worker, time.monotonic() - begun)
            if self.expendable:
                _watch(self.allowance.seconds * OWN_TIME)
        return worker

    @contextmanager
    def within(self, seconds: float) -> Iterator[Allowance]:
        """Workers that are made meanwhile share so much time. Where the grader itself does not come to an end either, an
        expendable process does."""
        before, self.allowance = self.allowance, Allowance(seconds)
        try:
            with ended_after(seconds * OWN_TIME) if self.expendable else nullcontext():
                yield self.allowance
        finally:
            self.allowance = before
            if before and self.expendable:
                _watch(before.seconds * OWN_TIME)

    def stock(self, seconds: float, number: int) -> None:
        """Have so many workers ready for who will need them soon. Raises SandboxError."""
        self.means.stock(seconds, number)


def lacks_memory() -> bool:
    """Whether a process of this machine cannot have as much as an answer may use: one that ran out of it may be right."""
    return not is_room(MEMORY_BYTES)


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """If this is not left by then, the process is ended, whatever it is at: the watch is a thread that needs nothing of the
    interpreter, and no answer can get at it."""
    _watch(seconds)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _watch(seconds: float) -> None:
    """From now on; what was set before is forgotten."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())


@cache
def _nowhere() -> TextIO:
    """Where what the watch would print goes."""
    return open(os.devnull, "w")


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
