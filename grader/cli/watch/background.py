"""A thread that grades while keys stay alive.

It owns the bench: the sandbox, the oracles and the store are of one thread. Whoever started it asks for jobs and is told
what they return. What a newer job has made worthless is called off in the middle, and never told.
"""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from typing import NamedTuple

from grader.errors import CalledOff
from grader.record.warm import Bench

CLOSE_S = 0.5  # what is not put away by then, the end of the process does

NOW, SOON, IDLE = range(3)


class Job(NamedTuple):
    """
    Attributes:
        work: what to do; what it returns is told, unless that is None.
        about: what it deals with: a newer job of the same urgency about some of it takes its place.
        urgency: NOW, SOON or IDLE. A job stops those that are less urgent; they begin anew afterwards.
    """

    work: Callable[[Bench], object]
    about: frozenset[object]
    urgency: int = NOW


class Broke(NamedTuple):
    """The thread has ended, for this reason."""

    error: BaseException


class Grading:
    """The thread. `make` opens its bench and `tell` hears of every job that is done; both are called in it."""

    def __init__(self, make: Callable[[socket.socket], Bench], tell: Callable[[object], None]) -> None:
        self._make = make
        self._tell = tell
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._stop, self._stopping = socket.socketpair()
        self._stopping.setblocking(False)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def ask(self, job: Job) -> None:
        """Do this in its turn."""
        with self._changed:
            self._waiting = [one for one in self._waiting if not _replaces(job, one)]
            self._waiting.append(job)
            if self._running and (job.urgency < self._running.urgency or _replaces(job, self._running)):
                self._call_off()
            self._changed.notify()

    def close(self) -> None:
        """Call off whatever runs, and put everything away."""
        with self._changed:
            self._closing = True
            self._call_off()
            self._changed.notify()
        self._thread.join(CLOSE_S)

    def _call_off(self) -> None:
        try:
            self._stopping.send(b"x")
        except BlockingIOError:
            pass  # said often enough

    def _take(self) -> Job | None:
        """The next job, once there is one; None to leave. What was called off before does not concern it."""
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._closing or self._waiting)
            if self._closing:
                return None
            while select.select([self._stop], [], [], 0)[0]:
                self._stop.recv(4096)
            self._running = min(self._waiting, key=lambda one: one.urgency)
            self._waiting.remove(self._running)
            return self._running

    def _is_outdated(self, job: Job) -> bool:
        return self._closing or any(_replaces(one, job) for one in self._waiting)

    def _run(self) -> None:
        try:
            with self._make(self._stop) as bench:
                while (job := self._take()) is not None:
                    try:
                        result = job.work(bench)
                    except CalledOff:
                        with self._changed:
                            if not self._is_outdated(job):
                                self._waiting.insert(0, job)
                        continue
                    with self._changed:  # from here on whoever asks for something newer is told that later
                        if result is not None and not self._is_outdated(job):
                            self._tell(result)
                    bench.rest()
        except BaseException as error:  # whoever started the thread decides what becomes of it
            self._tell(Broke(error))


def _replaces(newer: Job, older: Job) -> bool:
    return newer.urgency == older.urgency and bool(newer.about & older.about)
