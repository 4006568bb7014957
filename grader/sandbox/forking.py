"""Workers from a zygote: asks for forks, keeps one in reserve, learns how they ended.

One in reserve is forked while the current check runs, so that the next one need not wait for it. Who knows that more
will be needed, and has nothing to do meanwhile, can have more (`Sandbox.stock`).
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from grader.errors import Fault, SandboxError
from grader.sandbox.channel import Channel
from grader.sandbox.group import Group, limited
from grader.sandbox.inside import wire
from grader.sandbox.launch import Zygote, launch, whole
from grader.sandbox.look import looking
from grader.sandbox.worker import Layer, Means, Worker, how_it_ended, last_line

START_LIMIT_S = 30.0
ANSWER_LIMIT_S = 30.0
LEAVING_S = 1.0  # a process that ends closes its connection a moment before it is gone
STARTS = 3  # of a zygote that is killed each time

_NEEDED = ("limits", "no_new_privs", "landlock", "seccomp")
_FURTHER = ("user", "threads", "capabilities")
_PROBES = (
    "read a file",
    "write a file",
    "start a process",
    "open the network",
    "signal the grader",
    "read the grader's memory",
    "raise its limits",
)
_NAMESPACES = ("net", "ipc", "mnt")
_NOT_CONFINED = 12  # SIGUSR2: `inside/zygote.py`
_NOT_SHOWN = "not shown by the self-test"


class _Reserve(NamedTuple):
    """A fork that was asked for; the zygote's answer to that is still to be read."""

    seconds: float
    talk: socket.socket
    output: int


def forking(zygote: Zygote) -> Means:
    """The means that a zygote offers, once its self-test has arrived. Raises SandboxError."""
    forking = _Forking(zygote)
    layers = [*_layers(forking.zygote, forking.findings), _group_layer(forking.group)]
    return Means(forking.level, layers, forking.worker, forking.close, forking.stock)


def _group_layer(group: Group) -> Layer:
    return Layer("control group", not group.missing, "; ".join(f"{name}: {why}" for name, why in group.missing.items()))


def _level(layers: Iterable[Layer]) -> str:
    """isolated, confined or process."""
    holding = {layer.name for layer in layers if layer.holds}
    if not holding.issuperset([*_NEEDED, *(f"cannot {name}" for name in _PROBES)]):
        return "process"
    return "isolated" if holding.issuperset(("bubblewrap", "user", "capabilities")) else "confined"


def _layers(zygote: Zygote, report: dict[str, Any]) -> list[Layer]:
    """What the self-test has shown. Nothing holds because nothing was said of it."""
    failed, probes = report["failed"], report["probes"]
    ours = {kind: os.readlink(f"/proc/self/ns/{kind}") for kind in _NAMESPACES}
    apart = all(report["namespaces"].get(kind, name) != name for kind, name in ours.items())
    inside = zygote.bubblewrap and report["alone"]

    def layer(name: str, holds: bool, why_not: str = _NOT_SHOWN) -> Layer:
        return Layer(name, holds, "" if holds else failed.get(name, why_not))

    return [
        Layer("separate process", True),
        *(layer(name, name in report["held"]) for name in (*_NEEDED, *_FURTHER)),
        layer("namespaces", apart),
        layer("read-only files", "read-only files" in report["held"]),
        *(layer(name, False) for name in failed if name == "self-test"),
        layer("bubblewrap", inside, _NOT_SHOWN if zygote.bubblewrap else zygote.why_not),
        *(layer(f"cannot {name}", probes.get(name) == "", probes.get(name, _NOT_SHOWN)) for name in _PROBES),
    ]


def _tested(zygote: Zygote) -> tuple[Zygote, dict[str, Any]]:
    """One that is up, and its self-test's findings, which it sends once. Raises SandboxError.

    Who is killed before that has said nothing about what can be had here, and is started anew: otherwise an accident would
    decide how well an answer is confined.
    """
    for starts_left in reversed(range(STARTS)):
        try:
            findings: dict[str, Any] = wire.loads(_packet(zygote, START_LIMIT_S)[0])
            return zygote, findings
        except SandboxError:
            again = starts_left and _was_killed(zygote)
            _end(zygote)
            if not again:
                raise
            zygote = _anew(zygote)
    raise AssertionError


def _anew(zygote: Zygote) -> Zygote:
    return launch() if zygote.bubblewrap else launch(zygote.why_not)


def _was_killed(zygote: Zygote) -> bool:
    """Whether somebody else has ended it; bubblewrap ends by itself then, and tells by its exit code."""
    pidfd = os.pidfd_open(zygote.pid)
    select.select([pidfd], [], [], LEAVING_S)
    os.close(pidfd)
    ended = os.waitid(os.P_PID, zygote.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return ended is not None and ended.si_status in (signal.SIGKILL, 128 + signal.SIGKILL)


def _end(zygote: Zygote) -> None:
    """With it every worker of its. Nothing, if that was done."""
    if zygote.control.fileno() < 0:
        return
    zygote.control.close()
    os.kill(zygote.pid, signal.SIGKILL)  # it would leave by itself, but not as fast
    os.waitpid(zygote.pid, 0)
    os.close(zygote.complaints)


class _Forking:
    def __init__(self, zygote: Zygote) -> None:
        self._reserves: deque[_Reserve] = deque()  # in the order in which the zygote answers
        self.zygote, self.findings = _tested(zygote)
        self.group = limited(self.zygote.pid)
        self.level = _level(_layers(self.zygote, self.findings))

    def worker(self, seconds: float) -> Worker:
        """A fresh worker. A zygote that died is started again. Raises SandboxError."""
        try:
            return self._worker(seconds)
        except SandboxError:
            self.close()
            zygote, findings = _tested(_anew(self.zygote))
            if _level(_layers(zygote, findings)) != self.level:
                _end(zygote)
                raise SandboxError("it was started again, and confines less than before") from None
            self.zygote = zygote
            self.group = limited(zygote.pid)
            return self._worker(seconds)

    def _worker(self, seconds: float) -> Worker:
        if self._reserves and self._reserves[0].seconds != seconds:
            self._dismiss()
        talk, output, pid, pidfd = self._collect(self._reserves.popleft() if self._reserves else self._ask(seconds))
        channel = Channel(talk, output, lambda: self._refill(seconds))

        def kill() -> None:
            _kill(pidfd)
            os.close(pidfd)

        def read_output() -> bytes:
            channel.drain()
            os.close(output)
            return channel.output

        return Worker(channel, seconds, kill, lambda: self._ended(pid, pidfd, seconds), read_output, looking(pidfd))

    def _refill(self, seconds: float) -> None:
        self.stock(seconds, 1)

    def stock(self, seconds: float, number: int) -> None:
        """Have at least so many workers in reserve."""
        try:
            if self._reserves and self._reserves[0].seconds != seconds:
                self._dismiss()
            while len(self._reserves) < number:
                self._reserves.append(self._ask(seconds))
        except SandboxError:
            pass  # whoever wants the next worker will find out

    def _ask(self, seconds: float) -> _Reserve:
        ours, theirs = socket.socketpair()
        reading, writing = os.pipe()
        try:
            self._say(struct.pack("<cI", b"F", whole(seconds)), [theirs.fileno(), writing])
        except SandboxError:
            ours.close()
            os.close(reading)
            raise
        finally:
            theirs.close()
            os.close(writing)
        return _Reserve(seconds, ours, reading)

    def _collect(self, asked: _Reserve) -> tuple[socket.socket, int, int, int]:
        try:
            packet, descriptors = self._packet(ANSWER_LIMIT_S)
        except SandboxError:
            asked.talk.close()
            os.close(asked.output)
            raise
        return asked.talk, asked.output, struct.unpack("<I", packet)[0], descriptors[0]

    def _dismiss(self) -> None:
        while self._reserves:
            talk, output, _, pidfd = self._collect(self._reserves.popleft())
            _kill(pidfd)
            talk.close()
            os.close(output)
            os.close(pidfd)

    def _ended(self, pid: int, pidfd: int, seconds: float) -> Fault:
        """Why a worker hung up. Raises SandboxError."""
        left = select.select([pidfd], [], [], LEAVING_S)[0]  # a pidfd is readable when its process has ended
        _kill(pidfd)
        self._dismiss()  # the zygote answers in order
        self._say(struct.pack("<cI", b"R", pid), [])
        status, milliseconds = struct.unpack("<iI", self._packet(ANSWER_LIMIT_S)[0])
        if not left:
            return Fault("protocol", "closed its connection, and lived on")
        code = os.waitstatus_to_exitcode(status)
        if code == -_NOT_CONFINED:
            what = "a layer of confinement failed in a worker, which held in the self-test"
            raise SandboxError(": ".join(filter(None, (what, _last_words(self.zygote)))))
        fault = how_it_ended(code, milliseconds / 1000, seconds)
        if (
            fault.status == "memory" and self.level != "process"
        ):  # it may kill nobody, and its own limit gives a MemoryError
            raise SandboxError("the system killed a worker: it had too little memory for it")
        return fault

    def _packet(self, limit: float) -> tuple[bytes, list[int]]:
        try:
            return _packet(self.zygote, limit)
        except SandboxError:
            self.close()  # or its late answer would be taken for that to the next question
            raise

    def _say(self, packet: bytes, descriptors: list[int]) -> None:
        if self.zygote.control.fileno() < 0:
            raise SandboxError("the zygote has ended")
        try:
            socket.send_fds(self.zygote.control, [packet], descriptors)
        except OSError:
            raise SandboxError(_last_words(self.zygote) or "the zygote does not listen") from None

    def close(self) -> None:
        """End the zygote and with it every worker."""
        for reserve in self._reserves:
            reserve.talk.close()
            os.close(reserve.output)
        self._reserves.clear()
        _end(self.zygote)
        self.group.close()


def _packet(zygote: Zygote, limit: float) -> tuple[bytes, list[int]]:
    packet: bytes = b""
    descriptors: list[int] = []
    try:
        if select.select([zygote.control], [], [], limit)[0]:
            packet, descriptors, _, _ = socket.recv_fds(zygote.control, 1 << 16, 1)
    except OSError:
        pass  # its last words say more than the system does
    if not packet:
        raise SandboxError(_last_words(zygote) or "the zygote does not answer")
    return packet, descriptors


def _last_words(zygote: Zygote) -> str:
    """The last line on the zygote's stderr."""
    said = b""
    while select.select([zygote.complaints], [], [], 0.1)[0]:
        piece = os.read(zygote.complaints, 1 << 16)
        if not piece:
            break
        said += piece
    return last_line(said.decode("utf-8", "replace"))


def _kill(pidfd: int) -> None:
    try:
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it ended by itself
