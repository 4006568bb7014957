"""What ends a worker, and whose doing that is: until it has said that it is there, no answer's."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from grader.errors import Fault, SandboxError
from grader.sandbox import worker as workers
from grader.sandbox.channel import Channel
from grader.sandbox.host import Allowance
from grader.sandbox.inside import wire
from grader.sandbox.worker import Worker

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def a_worker(ours: socket.socket, said: bytes = b"") -> Worker:
    return Worker(Channel(ours, None), 1.0, lambda: None, lambda: Fault("exited", "70"), lambda: said)


def test_who_ends_before_it_is_there_is_the_grader_s_fault(ends: Ends) -> None:
    ends[1].close()
    said = b"Traceback ...\nMemoryError: no room"
    with pytest.raises(SandboxError, match=r"exited 70.*MemoryError: no room"), a_worker(ends[0], said) as worker:
        worker.carry_out(b"")


def test_who_ends_afterwards_is_its_answer_s(ends: Ends) -> None:
    ends[1].send(wire.READY)
    ends[1].shutdown(socket.SHUT_WR)
    with pytest.raises(Fault, match="exited"), a_worker(ends[0]) as worker:
        worker.carry_out(b"")


def test_who_says_something_else_is_none_of_ours(ends: Ends) -> None:
    ends[1].send(b"x")
    with pytest.raises(SandboxError), a_worker(ends[0]) as worker:
        worker.carry_out(b"")


def test_who_never_says_it_is_not_waited_for_without_end(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "READY_LIMIT_S", 0.05)
    with pytest.raises(SandboxError), a_worker(ends[0]) as worker:
        worker.carry_out(b"")


def test_its_time_begins_when_it_is_there(ends: Ends) -> None:
    """Neither its own deadline nor what it shares with others runs before."""
    allowance = Allowance(0.3)
    late = 0.5

    def begin() -> None:
        time.sleep(late)
        ends[1].send(wire.READY)
        nonce, _ = wire.FRAME.unpack(ends[1].recv(wire.FRAME.size))
        ends[1].send(wire.FRAME.pack(nonce, 2) + b"ok")

    thread = threading.Thread(target=begin)
    with a_worker(ends[0]) as worker:
        allowance.share(worker, 0.0)
        thread.start()
        assert worker.carry_out(b"")[:2] == b"ok"
    thread.join()
    assert worker.waited >= 0.9 * late
    assert allowance.until >= allowance._begun + allowance.seconds + 0.9 * late


def test_room_that_was_waited_for_is_given_back(ends: Ends) -> None:
    allowance = Allowance(1.0)
    with a_worker(ends[0]) as worker:
        allowance.share(worker, waited=5.0)
    assert allowance.until >= allowance._begun + 6.0
