"""The zygote: imports numpy once, then forks a confined worker whenever the grader asks.

It runs no student code and holds nothing of the grader's, so a fresh worker is a copy of an innocent
process. On the control socket (SOCK_SEQPACKET) each request is one packet:

    F  fork, with two descriptors (the worker's socket, its output) and a limit of processor seconds
       -> process id, with the worker's pidfd, or an error text
    R  reap a process id -> its wait status and processor time in milliseconds
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

from . import confine, probes, proofs, seccomp, wire, worker

_FORK = struct.Struct("<cI")
_REAP = struct.Struct("<cI")
FORKED = struct.Struct("<I")
REAPED = struct.Struct("<iI")
_SOCKET, _RULESET = 3, 4
_ROOM_S = 20.0  # killed threads may lie there for seconds before a busy machine ends them
NOT_CONFINED = signal.SIGUSR2  # ends a worker of which a layer failed


class Layers:
    """What this machine offers, found out once, before the first fork.

    Attributes:
        held: layers that were applied and proven, by name. What is not in it does not hold, whatever the reason. The zygote
            itself learns it from the self-test.
        failed: why a layer does not hold, by name, where that is known.
        own_users: whether its users are those of an own namespace.
    """

    def __init__(self, readable: list[str], bubblewrap: bool) -> None:
        self.zygote = os.getpid()
        self.held: list[str] = []
        self.failed: dict[str, str] = {}
        self.folders = [path for path in readable if os.path.isdir(path)]
        self.ruleset = -1
        self.program: seccomp.Program | None = None
        if not bubblewrap:  # which brings its own, and has mounted all of this read-only
            self._try("namespaces", confine.enter_namespaces)
        self.root = os.getuid() == 0
        self.own_users = bubblewrap or not (self.root or "namespaces" in self.failed)
        if "namespaces" not in self.failed:
            mount = (lambda: None) if bubblewrap else confine.make_files_read_only
            self._try("read-only files", mount, lambda: proofs.files_read_only(readable))
        try:
            self.ruleset = confine.landlock_ruleset(readable)
        except OSError as error:
            self.failed["landlock"] = str(error)
        self.program = seccomp.build()
        if self.program is None:
            self.failed["seccomp"] = "the system call numbers of this processor are not known"

    def _try(self, name: str, layer: Callable[[], None], proof: Callable[[], None] | None = None) -> None:
        try:
            layer()
            if proof:
                proof()
                self.held.append(name)
        except (OSError, ValueError) as error:
            self.failed[name] = str(error)

    def apply(self, cpu_seconds: int, prove: bool = False) -> None:
        """Confine the calling process, for good. The proofs are for the self-test: every fork does the same. Raises OSError in a
        fork in which less holds."""

        def layer(name: str, applied: Callable[[], None], proof: Callable[[], None]) -> None:
            self._try(name, applied, proof if prove else None)
            if not prove and name in self.held and name in self.failed:  # at once: soon it may not even say so
                raise OSError(f"{name} held in the self-test, and not here: {self.failed[name]}")

        ruleset, program = self.ruleset, self.program
        layer("limits", lambda: confine.set_limits(cpu_seconds), lambda: proofs.limits(cpu_seconds))
        layer("user", lambda: confine.drop_user(self.folders), proofs.user)
        if self.own_users or (self.root and os.getuid() != 0):  # or all that its user runs on this machine would count
            layer("threads", confine.limit_tasks, proofs.tasks)
        layer("capabilities", confine.drop_capabilities, proofs.capabilities)
        confine.end_with(self.zygote)
        layer("no_new_privs", confine.no_new_privileges, proofs.no_new_privileges)
        if ruleset >= 0:
            layer("landlock", lambda: confine.restrict_files(ruleset), proofs.files)
        if program is not None:
            layer("seccomp", lambda: confine.filter_calls(program), proofs.calls)


def main(control: int, readable: list[str], bubblewrap: bool) -> None:
    """Serve fork requests until the grader hangs up. The first packet sent is the self-test."""
    os.chdir("/")
    _warm_up()
    layers = Layers(readable, bubblewrap)
    channel = socket.socket(fileno=control)
    report = _self_test(layers)
    layers.held = list(report["held"])
    channel.send(wire.dumps(report))
    gc.freeze()  # or each worker's first collection would copy every page that it looks at
    statuses: dict[int, tuple[int, int]] = {}
    while True:
        packet, descriptors, _, _ = socket.recv_fds(channel, 64, 2)
        if not packet:
            os._exit(0)
        _reap_finished(statuses)
        if packet[:1] == b"F":
            pid = _fork(layers, channel, descriptors, _FORK.unpack(packet)[1])
            pidfd = os.pidfd_open(pid)
            socket.send_fds(channel, [FORKED.pack(pid)], [pidfd])
            os.close(pidfd)
            worker.learn()  # while the first worker is at work: none before the third may need it
        else:
            pid = _REAP.unpack(packet)[1]
            if pid not in statuses:
                _reap(pid, statuses)
            channel.send(REAPED.pack(*statuses.pop(pid, (0, 0))))


def _warm_up() -> None:
    """Do once what every worker would have to do first."""
    import numpy as np

    np.linalg.norm(np.ones((2, 2)))
    worker.rehearse()


def _fork(layers: Layers, channel: socket.socket, descriptors: list[int], cpu_seconds: int) -> int:
    pid = _forked()
    if pid:
        for descriptor in descriptors:
            os.close(descriptor)
        return pid
    confined = False
    try:
        talk, output = descriptors
        _arrange_descriptors(talk, output, layers)
        os.setsid()
        grader = socket.socket(fileno=_SOCKET)  # asks the kernel what it is, which a confined process may not
        layers.apply(cpu_seconds)
        confined = True
        worker.serve(grader)
    except BaseException as error:
        os.write(2, f"worker: {error!r}\n".encode())
        if not confined:
            os.kill(os.getpid(), NOT_CONFINED)  # which no confined process can send
        os._exit(70)
    os._exit(0)


def _forked() -> int:
    """As `os.fork`. There is no room for as long as the threads of one that was just killed have not gone."""
    until = time.monotonic() + _ROOM_S
    while True:
        try:
            return os.fork()
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.002)


def _arrange_descriptors(talk: int, output: int, layers: Layers) -> None:
    """0 nothing, 1 and 2 output, 3 the grader, 4 the Landlock rules until they are applied; all else closed. Each is the
    worker's own: what several processes have inherited keeps its flags and its position for the next one."""
    nothing, writing = os.pipe()
    os.close(writing)
    by_number = (nothing, output, output, talk, max(layers.ruleset, 0))
    out_of_the_way = []
    for source in by_number:
        while (copy := os.dup(source)) < len(
            by_number
        ):  # the lowest that is free, as where descriptors are few no other may be had
            pass
        out_of_the_way.append(copy)
    for target, source in enumerate(out_of_the_way):
        os.dup2(source, target)
    if layers.ruleset >= 0:
        layers.ruleset = _RULESET
    os.closerange(_RULESET + (layers.ruleset >= 0), 65536)


def _reap_finished(statuses: dict[int, tuple[int, int]]) -> None:
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        statuses[pid] = (status, int(1000 * (usage.ru_utime + usage.ru_stime)))
        if len(statuses) > 64:  # of those that nobody asks for, the oldest go
            statuses.pop(next(iter(statuses)))


def _reap(pid: int, statuses: dict[int, tuple[int, int]]) -> None:
    try:
        _, status, usage = os.wait4(pid, 0)
        statuses[pid] = (status, int(1000 * (usage.ru_utime + usage.ru_stime)))
    except ChildProcessError:
        statuses[pid] = (0, 0)


def _self_test(layers: Layers) -> dict[str, Any]:
    """What a confined process cannot do, tried by one: {"probes": {name: text if it could}, "held": [...], "failed": {...},
    "namespaces": {kind: name}, "alone": whether in bubblewrap}."""
    start = time.monotonic()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            listening = probes.prepare()
            around: dict[str, Any] = {"namespaces": proofs.namespaces(), "alone": proofs.alone()}
            layers.apply(2, prove=True)
            tried = probes.run(os.getppid(), listening)
            found = {"held": layers.held, "failed": layers.failed, "probes": tried, **around}
        except BaseException as error:
            found = {"held": [], "failed": {"self-test": repr(error)}, "probes": {}, "namespaces": {}, "alone": False}
        os.write(writing, wire.dumps(found))
        os._exit(0)
    os.close(writing)
    data = b""
    while piece := os.read(reading, 65536):
        data += piece
    os.close(reading)
    os.waitpid(pid, 0)
    report: dict[str, Any] = wire.loads(data)
    report["seconds"] = time.monotonic() - start
    return report


def start(control: str, readable: str, bubblewrap: str) -> None:
    """Entry point of the process."""
    main(int(control), readable.split("\n"), bool(bubblewrap))
