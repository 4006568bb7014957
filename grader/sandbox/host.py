"""The grader's side: a `Sandbox` makes a `Worker` for each check. See the top of the package."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import Any, NamedTuple

from grader.model import Fault, SandboxError, Unconfined
from grader.sandbox.channel import Channel, Gone
from grader.sandbox.inside import wire
from grader.sandbox.launch import Zygote, can_fork, launch

WALL_OVER_CPU = 2.0  # a loaded machine may take so much longer before honest code is stopped
GRACE_S = 1.0


class Layer(NamedTuple):
    """One line of `grade doctor`: a means or a probe, whether it holds, and why not."""

    name: str
    holds: bool
    note: str = ""


class Worker:
    """One process with one answer. Use as a context manager: leaving it kills the process.

    Attributes:
        seconds: processor time it may use.
        output: after leaving, what the answer printed, from the start, capped.
    """

    def __init__(
        self,
        channel: Channel,
        seconds: float,
        kill: Callable[[], None],
        ended: Callable[[], Fault],
        read_output: Callable[[], bytes],
    ) -> None:
        """`kill` ends the process, `ended` says why it hung up, `read_output` gives what it printed."""
        self.channel = channel
        self.seconds = seconds
        self.output = ""
        self._kill = kill
        self._ended = ended
        self._read_output = read_output
        self._deadline = time.monotonic() + seconds * WALL_OVER_CPU + GRACE_S

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._kill()
        self.output = self._read_output().decode("utf-8", "replace")
        self.channel.sock.close()

    def prepare(self, cells: Any, symbols: Any, aliases: Any, select: bool, filename: str) -> Any:
        """Compile an answer. Returns ("prepared", code, notes) or an error outcome. Raises Fault."""
        return self._data(b"P" + wire.dumps((cells, symbols, aliases, select, filename)))

    def load(self, code: bytes, aliases: Any, filename: str, seed: int) -> Any:
        """Run the compiled answer's top level. Returns ("loaded",) or an error outcome. Raises Fault."""
        return self._data(b"L" + wire.dumps((code, aliases, filename, seed)))

    def carry_out(self, request: bytes) -> bytes:
        """One request of `lab.Session`. Raises Fault."""
        return self._ask(b"D" + request)

    def _data(self, body: bytes) -> Any:
        try:
            reply = wire.loads(self._ask(body))
        except wire.WireError as error:
            raise Fault("protocol", str(error)) from None
        if type(reply) is not tuple or not reply or type(reply[0]) is not str:
            raise Fault("protocol", "not a reply")
        return reply

    def _ask(self, body: bytes) -> bytes:
        try:
            return self.channel.exchange(body, self._deadline)
        except Gone:
            raise self._ended() from None


class Means(NamedTuple):
    """A way to get workers, once it has shown that it works.

    Attributes:
        level: isolated, confined or process.
        layers: what holds and what does not, for `grade doctor`.
        worker: makes a worker that may use so many seconds of processor time. Raises SandboxError.
        stock: makes so many of them beforehand, where that is possible.
    """

    level: str
    layers: list[Layer]
    worker: Callable[[float], Worker]
    close: Callable[[], None] = lambda: None
    stock: Callable[[float, int], None] = lambda seconds, number: None


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


_KILLED = -9  # by a limit or by the system; Windows has no such signal, and ends what crashed with a huge code
_WINDOWS_CRASH = 0xC0000000


def how_it_ended(code: int, used_seconds: float, seconds: float) -> Fault:
    """The fault behind a worker's exit code (negative: a signal) and processor time."""
    # The kernel enforces the limit by ticks and reports exact time; on a shared machine the two differ widely.
    if code == _KILLED and used_seconds >= 0.5 * seconds:
        return Fault("timeout")
    if code == _KILLED:
        return Fault("memory", "stopped by the system")
    if code < 0:
        return Fault("crashed", signal.Signals(-code).name)
    if code >= _WINDOWS_CRASH:
        return Fault("crashed", hex(code))
    return Fault("exited", str(code))
