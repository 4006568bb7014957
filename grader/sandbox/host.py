"""The grader's side: starts the zygote, asks it for workers, ends them. See the top of the package."""

from __future__ import annotations

import json
import math
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from grader.model import Fault
from grader.sandbox.channel import Channel, Gone
from grader.sandbox.inside import wire
from grader.sandbox.launch import Zygote, can_fork, environment, launch, python

START_LIMIT_S = 30.0
REAP_LIMIT_S = 5.0
WALL_OVER_CPU = 2.0  # a loaded machine may take so much longer before honest code is stopped
GRACE_S = 1.0

_NEEDED = ("limits", "no_new_privs", "landlock", "seccomp")


class SandboxError(Exception):
    """The sandbox itself failed: the grader's fault, never the student's."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One line of `grade doctor`: a means or a probe, whether it holds, and why not."""

    name: str
    holds: bool
    note: str = ""


class Worker:
    """One process with one answer. Use as a context manager: leaving it kills the process.

    Attributes:
        seconds: processor time it may use.
    """

    def __init__(self, channel: Channel, seconds: float, kill: Callable[[], None], ended: Callable[[], Fault]) -> None:
        self.channel = channel
        self.seconds = seconds
        self._kill = kill
        self._ended = ended
        self._deadline = time.monotonic() + seconds * WALL_OVER_CPU + GRACE_S

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._kill()
        self.channel.drain()
        self.channel.sock.close()

    @property
    def output(self) -> str:
        """What the answer printed, from the start, capped."""
        return self.channel.output.decode("utf-8", "replace")

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


@dataclass
class Sandbox:
    """A source of workers. Use as a context manager.

    Attributes:
        level: isolated, confined or process.
        layers: what holds and what does not, for `grade doctor`.
    """

    level: str
    layers: list[Layer]
    worker: Callable[[float], Worker]
    close: Callable[[], None] = field(default=lambda: None)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_sandbox(started: Zygote | None = None, means: str = "best") -> Sandbox:
    """Start the best sandbox of this machine, or use a zygote that was `started` early.

    `means` narrows the choice, for tests and `grade doctor`: best, zygote (no bubblewrap), spawn.
    Raises SandboxError if not even a process can be had.
    """
    if not can_fork() or means == "spawn":
        return _spawning("asked for" if means == "spawn" else "this system has no Landlock, seccomp and pidfd")
    zygote = started or (launch() if means == "best" else launch("not asked for"))
    try:
        return _Forking(zygote).sandbox()
    except SandboxError as error:
        if not zygote.bubblewrap:
            raise
        return _Forking(launch(f"does not start: {error}")).sandbox()


class _Forking:
    """Workers from a zygote."""

    def __init__(self, zygote: Zygote) -> None:
        self._adopt(zygote)

    def _adopt(self, zygote: Zygote) -> None:
        self.process, self.control = zygote.process, zygote.control
        self.bubblewrap, self.why_not = zygote.bubblewrap, zygote.why_not
        self._report: dict[str, Any] | None = None

    def report(self) -> dict[str, Any]:
        """The self-test's findings; waits for the zygote the first time. Raises SandboxError."""
        if self._report is None:
            packet = self._packet(START_LIMIT_S)[0]
            self._report = json.loads(packet)
        return self._report

    def _packet(self, limit: float) -> tuple[bytes, list[int]]:
        ready = select.select([self.control], [], [], limit)[0]
        if ready:
            packet, descriptors, _, _ = socket.recv_fds(self.control, 1 << 16, 1)
            if packet:
                return packet, descriptors
        self.process.kill()
        said = self.process.communicate()[1].decode("utf-8", "replace").strip().splitlines()
        raise SandboxError(said[-1] if said else "the zygote does not answer")

    def sandbox(self) -> Sandbox:
        report = self.report()
        broken = [name for name in _NEEDED if name in report["failed"]]
        escapes = [name for name, could in report["probes"].items() if could]
        confined = not broken and not escapes and bool(report["probes"])
        level = "process" if not confined else "isolated" if self.bubblewrap else "confined"
        layers = [Layer("separate process", True)]
        layers += [
            Layer(name, name not in report["failed"], report["failed"].get(name, ""))
            for name in (*_NEEDED, "user", "capabilities", "namespaces")
            if not (name == "namespaces" and self.bubblewrap)
        ]
        layers.append(Layer("bubblewrap", bool(self.bubblewrap), self.why_not))
        layers += [Layer(f"cannot {name}", not could, could) for name, could in report["probes"].items()]
        if "self-test" in report["failed"]:
            layers.append(Layer("self-test", False, report["failed"]["self-test"]))
        return Sandbox(level, layers, self.worker, self.close)

    def worker(self, seconds: float) -> Worker:
        """A fresh worker. A zygote that died is started again once. Raises SandboxError."""
        try:
            return self._worker(seconds)
        except (SandboxError, OSError):
            self.close()
            self._adopt(launch(self.why_not) if not self.bubblewrap else launch())
            self.report()
            return self._worker(seconds)

    def _worker(self, seconds: float) -> Worker:
        ours, theirs = socket.socketpair()
        reading, writing = os.pipe()
        try:
            socket.send_fds(self.control, [struct.pack("<cI", b"F", whole(seconds))], [theirs.fileno(), writing])
        finally:
            theirs.close()
            os.close(writing)
        packet, descriptors = self._packet(REAP_LIMIT_S)
        pid, pidfd = struct.unpack("<I", packet)[0], descriptors[0]

        def kill() -> None:
            try:
                signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it ended by itself
            os.close(pidfd)

        return _PipedWorker(Channel(ours, reading), seconds, kill, lambda: self._ended(pid, pidfd, seconds), reading)

    def _ended(self, pid: int, pidfd: int, seconds: float) -> Fault:
        """Why a worker hung up."""
        try:
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)  # it may have closed its socket and live on
        except ProcessLookupError:
            pass
        self.control.send(struct.pack("<cI", b"R", pid))
        status, milliseconds = struct.unpack("<iI", self._packet(REAP_LIMIT_S)[0])
        return how_it_ended(os.waitstatus_to_exitcode(status), milliseconds / 1000, seconds)

    def close(self) -> None:
        self.control.close()
        try:
            self.process.wait(REAP_LIMIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stderr:
            self.process.stderr.close()


class _PipedWorker(Worker):
    def __init__(self, *args: Any) -> None:
        *rest, self._reading = args
        super().__init__(*rest)

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        os.close(self._reading)


def how_it_ended(code: int, used_seconds: float, seconds: float) -> Fault:
    """The fault behind a worker's exit code (negative: a signal) and processor time."""
    if code == -signal.SIGKILL and used_seconds >= 0.9 * seconds:
        return Fault("timeout")
    if code == -signal.SIGKILL:
        return Fault("memory", "stopped by the system")
    if code < 0:
        return Fault("crashed", signal.Signals(-code).name)
    return Fault("exited", str(code))


def _spawning(why: str) -> Sandbox:
    def worker(seconds: float) -> Worker:
        ours, theirs = socket.socketpair()
        output = tempfile.TemporaryFile()  # noqa: SIM115  closed with the worker
        windows = os.name == "nt"
        process = subprocess.Popen(
            [*python("spawned"), "" if windows else str(theirs.fileno()), str(whole(seconds))],
            stdin=subprocess.PIPE if windows else subprocess.DEVNULL, stdout=output, stderr=output,
            env=environment(), close_fds=True, pass_fds=() if windows else [theirs.fileno()],
        )  # fmt: skip
        if process.stdin is not None:
            process.stdin.write(theirs.share(process.pid))  # type: ignore[attr-defined]
            process.stdin.close()
        theirs.close()

        def kill() -> None:
            process.kill()
            process.wait()

        def ended() -> Fault:
            process.wait(REAP_LIMIT_S)
            return how_it_ended(process.returncode, seconds, seconds)

        return _FiledWorker(Channel(ours, None), seconds, kill, ended, output)

    return Sandbox("process", [Layer("separate process", True), Layer("confinement", False, why)], worker)


class _FiledWorker(Worker):
    def __init__(self, *args: Any) -> None:
        *rest, self._file = args
        super().__init__(*rest)

    @property
    def output(self) -> str:
        self._file.seek(0)
        return str(self._file.read(16 << 10).decode("utf-8", "replace"))

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._file.close()


def whole(seconds: float) -> int:
    """The kernel counts processor time in whole seconds."""
    return max(1, math.ceil(seconds))
