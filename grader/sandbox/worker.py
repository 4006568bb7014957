"""What every way to get workers has in common: a worker, what a way offers, and how a worker ended."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from grader.errors import Fault, SandboxError
from grader.sandbox.channel import Channel, Gone
from grader.sandbox.inside import wire

WALL_OVER_CPU = 2.0  # a loaded machine may take so much longer before honest code is stopped
GRACE_S = 1.0
READY_LIMIT_S = 30.0
MAX_THREADS = 64  # of a worker; numpy's own is one, and a right answer's pool a few


class Layer(NamedTuple):
    """One line of `grade doctor`: a means or a probe, whether it holds, and why not."""

    name: str
    holds: bool
    note: str = ""


class Look(NamedTuple):
    """What can be seen of a worker from outside.

    Attributes:
        seconds: processor time used by all of its threads.
        starved: seconds for which it could have run, and had no processor: a busy machine.
        threads: how many there are; 0 where nothing can be seen.
    """

    seconds: float
    starved: float
    threads: int


UNSEEN = Look(0.0, 0.0, 0)


class Worker:
    """One process with one answer. Use as a context manager: leaving it kills the process.

    Attributes:
        seconds: processor time it may use.
        deadline: when it is stopped however little it has used, on the monotonic clock; put off for as long as it is starved.
        shared: the seconds that it has together with others, if these are what its deadline comes from.
        used: after leaving, processor seconds; without end where they cannot be seen.
        starved: after leaving, for how long.
        waited: seconds until it was ready, which are none of its answer's.
        was_late: whether the deadline was met.
        output: after leaving, what the answer printed, from the start, capped.
    """

    def __init__(
        self,
        channel: Channel,
        seconds: float,
        kill: Callable[[], None],
        ended: Callable[[], Fault],
        read_output: Callable[[], bytes],
        look: Callable[[], Look] | None = None,
    ) -> None:
        """`kill` ends the process, `ended` says why it hung up, `read_output` gives what it printed."""
        self.channel = channel
        self.seconds = seconds
        self.deadline = time.monotonic() + seconds * WALL_OVER_CPU + GRACE_S
        self.used = 0.0 if look else math.inf
        self.shared: float | None = None
        self.starved = 0.0
        self.waited = 0.0
        self.was_late = False
        self.output = ""
        self._is_ready = False
        self._is_left = False
        self._look = look or (lambda: UNSEEN)
        self._kill = kill
        self._ended = ended
        self._read_output = read_output
        channel.watch = self._watch
        channel.put_off = lambda: self._look().starved

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._is_left:
            self._leave()

    def _leave(self) -> None:
        self._is_left = True
        try:
            self._account()
        finally:
            self._kill()
        self.output = self._read_output().decode("utf-8", "replace")
        self.channel.sock.close()

    def prepare(self, cells: Any, wanted: Any, filename: str, path: str = "") -> Any:
        """Compile an answer, whose `cells` are (first line, UTF-8, module) and of which is `wanted` (symbol, aliases, kind), as
        `inside/answer.py` has them. Returns ("prepared", code, notes) or an error outcome. Raises Fault."""
        return self._data(b"P" + wire.dumps((cells, wanted, filename, path)))

    def slips(self, cells: Any, wanted: Any, stub: str, raised: Sequence[int]) -> Any:
        """What can be seen in the code of an answer that raised exceptions in these lines: ("slips", findings), as
        `inside/slips/` has them, or an error outcome. Raises Fault."""
        return self._data(b"S" + wire.dumps((cells, wanted, stub, list(raised))))

    def load(self, code: bytes, aliases: Any, filename: str, seed: int) -> Any:
        """Run the compiled answer's top level. Returns ("loaded",) or an error outcome. Raises Fault."""
        return self._data(b"L" + wire.dumps((code, aliases, filename, seed)))

    def carry_out(self, request: bytes) -> bytes:
        """One request of `lab.Conversation`. Raises Fault."""
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
        if not self._is_ready:
            self._begin()
        try:
            return self.channel.exchange(body, self.deadline)
        except Fault as fault:
            self._account()
            self.was_late = time.monotonic() >= self.deadline + self.starved
            if fault.status == "timeout" and self.shared:
                raise Fault("timeout", f"{self.shared:g}") from None
            raise
        except Gone:
            self._account()  # while there is something to see
            raise self._ended() from None

    def _begin(self) -> None:
        """Wait until it is ready; its time begins then. Raises SandboxError: until then it has not seen a line of the answer's, so
        whatever ended it was none of its doing."""
        begun = time.monotonic()
        try:
            self.channel.begin(begun + READY_LIMIT_S)
        except Gone:
            try:
                fault = self._ended()
                how = f"a worker did not begin ({fault.status} {fault.note})"
            except SandboxError as error:
                how = str(error)
            self._leave()
            raise SandboxError(": ".join(filter(None, (how, last_line(self.output))))) from None
        self._is_ready = True
        self.waited = time.monotonic() - begun
        self.deadline += self.waited

    def _account(self) -> None:
        seen = self._look()
        self.used, self.starved = max(self.used, seen.seconds), max(self.starved, seen.starved)

    def _watch(self) -> None:
        """What no limit of the kernel counts everywhere. Raises Fault."""
        if self._look().threads > MAX_THREADS:
            raise Fault("forbidden", "threads")


def last_line(said: str) -> str:
    """What a process that ended said last: of a traceback its exception."""
    return said.strip().rpartition("\n")[2]


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
