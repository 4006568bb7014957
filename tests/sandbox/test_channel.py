"""What is refused of a worker's talk, each by the one check that is there for it: a worker of the test's own says what it likes."""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from grader.errors import CalledOff, Fault
from grader.sandbox.channel import KEPT_OUTPUT_BYTES, MAX_OUTPUT_BYTES, Channel, Gone
from grader.sandbox.inside import wire

Talk = Callable[[socket.socket, bytes, bytes], None]  # the worker's socket, the request's nonce and its body
LONG_S = 30.0  # no test waits so long; a test that does has failed


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def request(worker: socket.socket) -> tuple[bytes, bytes]:
    """The nonce and the body of the next request."""
    nonce, length = wire.FRAME.unpack(exactly(worker, wire.FRAME.size))
    return nonce, exactly(worker, length)


def exactly(worker: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = worker.recv(size - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def reply(nonce: bytes, body: bytes, length: int | None = None) -> bytes:
    return wire.FRAME.pack(nonce, len(body) if length is None else length) + body


def exchange(ends: tuple[socket.socket, socket.socket], talk: Talk, body: bytes = b"ask", channel: Channel | None = None, until: float | None = None) -> bytes:  # fmt: skip
    """One request to a worker that answers it with `talk`, which may not fail."""
    ours, theirs = ends
    failed: list[BaseException] = []

    def work() -> None:
        try:
            talk(theirs, *request(theirs))
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        deadline = time.monotonic() + LONG_S if until is None else until
        found = (channel or Channel(ours, None)).exchange(body, deadline)
    except BaseException:
        ours.shutdown(socket.SHUT_RDWR)  # it may still wait to be asked
        raise
    finally:
        thread.join()
    assert failed == []
    return found


def refused(ends: tuple[socket.socket, socket.socket], talk: Talk, channel: Channel | None = None) -> str:
    """The words with which a reply is refused as no part of the protocol."""
    with pytest.raises(Fault) as caught:
        exchange(ends, talk, channel=channel)
    assert caught.value.status == "protocol"
    return caught.value.note


def test_the_reply_to_the_request_is_returned(ends: tuple[socket.socket, socket.socket]) -> None:
    channel = Channel(ends[0], None)
    seen = []

    def talk(worker: socket.socket, nonce: bytes, body: bytes) -> None:
        seen.append(nonce)
        worker.sendall(reply(nonce, body[::-1]))

    assert [exchange(ends, talk, body, channel) for body in (b"abc", b"", b"xy")] == [b"cba", b"", b"yx"]
    assert len(set(seen)) == 3


def test_a_reply_of_its_own_choosing_is_refused_for_its_nonce_alone(ends: tuple[socket.socket, socket.socket]) -> None:
    """It waits to be asked and says one frame, well formed; only the nonce is not the request's."""
    assert (
        refused(ends, lambda worker, nonce, _: worker.sendall(reply(bytes(16), b"passed"))) == "answered something else"
    )


def test_an_old_nonce_is_no_good_for_the_next_request(ends: tuple[socket.socket, socket.socket]) -> None:
    channel, old = Channel(ends[0], None), []

    def first(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        old.append(nonce)
        worker.sendall(reply(nonce, b"1"))

    assert exchange(ends, first, channel=channel) == b"1"
    assert refused(ends, lambda worker, *_: worker.sendall(reply(old[0], b"2")), channel) == "answered something else"


def test_what_is_said_before_a_request_is_refused_although_the_request_is_never_answered(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    """No nonce is compared: nothing is ever asked. The deadline is past, so that nobody waits."""
    ours, theirs = ends
    theirs.sendall(b"x")

    with pytest.raises(Fault) as caught:
        Channel(ours, None).exchange(b"ask", time.monotonic())

    assert (caught.value.status, caught.value.note) == ("protocol", "spoke without being asked")
    theirs.setblocking(False)
    with pytest.raises(BlockingIOError):
        theirs.recv(1)


def test_a_reply_in_advance_is_refused_although_its_nonce_would_be_right(
    ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that could foresee the nonce has still spoken without being asked."""
    ours, theirs = ends
    monkeypatch.setattr(os, "urandom", lambda size: b"n" * size)
    theirs.sendall(reply(b"n" * 16, b"passed"))

    with pytest.raises(Fault) as caught:
        Channel(ours, None).exchange(b"ask", time.monotonic() + LONG_S)

    assert (caught.value.status, caught.value.note) == ("protocol", "spoke without being asked")


def test_a_reply_may_come_in_pieces_and_be_empty(ends: tuple[socket.socket, socket.socket]) -> None:
    def talk(worker: socket.socket, nonce: bytes, body: bytes) -> None:
        for byte in reply(nonce, b"in pieces"):
            worker.sendall(bytes([byte]))

    assert exchange(ends, talk) == b"in pieces"


class Hesitant(socket.socket):
    """Says now and then that there is something to read where there is nothing, as systems may."""

    hesitated = False

    def recv(self, size: int, flags: int = 0) -> bytes:
        self.hesitated = not self.hesitated
        if self.hesitated:
            raise BlockingIOError
        return super().recv(size, flags)


def test_a_reply_that_was_announced_and_is_not_there_yet_is_waited_for() -> None:
    ours, theirs = socket.socketpair()
    with Hesitant(fileno=ours.detach()) as hesitant, theirs:
        assert exchange((hesitant, theirs), lambda worker, nonce, _: worker.sendall(reply(nonce, b"there"))) == b"there"


def test_half_a_second_is_left_until_it_is_over(
    ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock that stands still, so that no machine is too slow."""
    monkeypatch.setattr("grader.sandbox.channel.time", SimpleNamespace(monotonic=lambda: 100.0))

    assert exchange(ends, lambda worker, nonce, _: worker.sendall(reply(nonce, b"yes")), until=100.5) == b"yes"


def test_a_request_larger_than_a_sockets_room_is_sent_whole(ends: tuple[socket.socket, socket.socket]) -> None:
    body = os.urandom(3 << 20)

    assert exchange(ends, lambda worker, nonce, asked: worker.sendall(reply(nonce, asked[::-1])), body) == body[::-1]


def test_a_reply_of_the_greatest_size_is_read_and_one_byte_more_is_refused(
    ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "MAX_BODY_BYTES", 1000)
    channel = Channel(ends[0], None)

    assert (
        exchange(ends, lambda worker, nonce, _: worker.sendall(reply(nonce, b"x" * 1000)), channel=channel)
        == b"x" * 1000
    )
    announced = refused(ends, lambda worker, nonce, _: worker.sendall(reply(nonce, b"", 1001)), channel)
    assert announced == "announced a reply that is too large"


def test_what_follows_the_reply_is_refused(ends: tuple[socket.socket, socket.socket]) -> None:
    assert (
        refused(ends, lambda worker, nonce, _: worker.sendall(reply(nonce, b"abc", 2))) == "said more than it was asked"
    )


@pytest.mark.parametrize("said", [b"", b"x" * 5, wire.FRAME.pack(bytes(16), 9) + b"half"])
def test_a_worker_that_hangs_up_is_gone(ends: tuple[socket.socket, socket.socket], said: bytes) -> None:
    def talk(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        worker.sendall(said.replace(bytes(16), nonce))
        worker.close()

    with pytest.raises(Gone):
        exchange(ends, talk)


def test_a_worker_that_hangs_up_without_reading_what_it_was_asked_is_gone(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    """The system calls that a reset connection, which is an error and not an end."""
    ours, theirs = ends

    def leave() -> None:
        select.select([theirs], [], [])
        theirs.close()

    thread = threading.Thread(target=leave)
    thread.start()
    with pytest.raises(Gone):
        Channel(ours, None).exchange(b"ask", time.monotonic() + LONG_S)
    thread.join()


def test_a_worker_that_hung_up_before_it_was_asked_is_gone(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = ends
    theirs.close()

    with pytest.raises(Gone):
        Channel(ours, None).exchange(b"ask", time.monotonic() + LONG_S)


def test_a_worker_that_hangs_up_while_it_is_asked_is_gone(ends: tuple[socket.socket, socket.socket]) -> None:
    """In the middle of a request that does not fit into the socket."""
    ours, theirs = ends

    def leave() -> None:
        theirs.recv(1 << 10)
        theirs.close()

    thread = threading.Thread(target=leave)
    thread.start()
    with pytest.raises(Gone):
        Channel(ours, None).exchange(b"x" * (8 << 20), time.monotonic() + LONG_S)
    thread.join()


@pytest.mark.parametrize("body", [b"ask", b"x" * (8 << 20)])
def test_a_worker_that_says_nothing_or_does_not_listen_is_out_of_time(
    ends: tuple[socket.socket, socket.socket], body: bytes
) -> None:
    with pytest.raises(Fault) as caught:
        Channel(ends[0], None).exchange(body, time.monotonic() + 0.05)

    assert caught.value.status == "timeout"


def test_the_deadline_is_not_put_off_by_a_worker_that_dribbles(ends: tuple[socket.socket, socket.socket]) -> None:
    """A byte now and then is no reply, however long it goes on."""
    ours, theirs = ends
    over = threading.Event()

    def dribble() -> None:
        request(theirs)
        while not over.wait(0.005):
            theirs.sendall(b"x")

    thread = threading.Thread(target=dribble)
    thread.start()
    with pytest.raises(Fault) as caught:
        Channel(ours, None).exchange(b"ask", time.monotonic() + 0.05)
    over.set()
    thread.join()
    assert caught.value.status in ("timeout", "protocol")


def test_meanwhile_is_called_once_when_the_first_request_is_out(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = ends
    waiting: list[int] = []  # how many bytes of the request lay there when it was called
    begun = threading.Event()

    def meanwhile() -> None:
        waiting.append(len(theirs.recv(1 << 16, socket.MSG_PEEK)))
        begun.set()

    channel = Channel(ours, None, meanwhile)

    def talk() -> None:
        for _ in range(2):
            begun.wait(LONG_S)
            nonce, _ = request(theirs)
            theirs.sendall(reply(nonce, b""))

    thread = threading.Thread(target=talk)
    thread.start()
    for _ in range(2):
        channel.exchange(b"ask", time.monotonic() + LONG_S)
    thread.join()
    assert waiting == [wire.FRAME.size + 3]


def test_a_newer_wish_calls_off_what_is_waited_for(ends: tuple[socket.socket, socket.socket]) -> None:
    stop, stopped = socket.socketpair()
    channel = Channel(ends[0], None)
    channel.stop = stopped
    with stop, stopped:
        stop.sendall(b"x")
        with pytest.raises(CalledOff):
            channel.exchange(b"ask", time.monotonic() + LONG_S)


def test_who_might_call_it_off_and_does_not_changes_nothing(ends: tuple[socket.socket, socket.socket]) -> None:
    stop, stopped = socket.socketpair()
    channel = Channel(ends[0], None)
    channel.stop = stopped
    with stop, stopped:
        assert exchange(ends, lambda worker, nonce, _: worker.sendall(reply(nonce, b"yes")), channel=channel) == b"yes"


# --- what is printed ----------------------------------------------------------------------------------------------


class Printed(NamedTuple):
    """A channel whose worker prints into `writing`."""

    channel: Channel
    writing: int


@pytest.fixture
def printed(ends: tuple[socket.socket, socket.socket]) -> Iterator[Printed]:
    reading, writing = os.pipe()
    yield Printed(Channel(ends[0], reading), writing)
    os.close(reading)
    try:
        os.close(writing)
    except OSError:
        pass  # the test did


def test_what_is_printed_meanwhile_is_kept_from_the_start_up_to_a_cap(
    ends: tuple[socket.socket, socket.socket], printed: Printed
) -> None:
    """More than a pipe holds: nobody would ever answer if it were not drained."""
    text = bytes(range(256)) * 1024

    def talk(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        view = memoryview(text)
        while view:
            view = view[os.write(printed.writing, view) :]
        worker.sendall(reply(nonce, b"done"))

    assert exchange(ends, talk, channel=printed.channel) == b"done"
    printed.channel.drain()
    assert printed.channel.output == text[:KEPT_OUTPUT_BYTES] and KEPT_OUTPUT_BYTES == 16384


def test_a_flood_is_stopped(ends: tuple[socket.socket, socket.socket], printed: Printed) -> None:
    ended = threading.Event()

    def talk(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        os.set_blocking(printed.writing, False)
        while not ended.wait(0):
            try:
                os.write(printed.writing, b"x" * (1 << 16))
            except BlockingIOError:
                pass

    def until() -> None:
        try:
            channel.exchange(b"ask", time.monotonic() + LONG_S)
        finally:
            ended.set()

    channel = printed.channel
    thread = threading.Thread(target=lambda: talk(ends[1], *request(ends[1])))
    thread.start()
    with pytest.raises(Fault) as caught:
        until()
    thread.join()
    assert caught.value.status == "output_limit"


def test_the_limit_of_what_may_be_printed_is_not_yet_a_flood(ends: tuple[socket.socket, socket.socket], printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("grader.sandbox.channel.MAX_OUTPUT_BYTES", 1000)

    def talk(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        worker.sendall(reply(nonce, b""))

    os.write(printed.writing, b"x" * 1000)
    printed.channel._drain_once()
    exchange(ends, talk, channel=printed.channel)
    os.write(printed.writing, b"x")
    with pytest.raises(Fault):
        printed.channel._drain_once()
    printed.channel.drain()  # does not judge
    assert MAX_OUTPUT_BYTES == 8388608


def test_who_closes_the_output_can_still_answer(ends: tuple[socket.socket, socket.socket], printed: Printed) -> None:
    def talk(worker: socket.socket, nonce: bytes, _: bytes) -> None:
        os.write(printed.writing, b"last words")
        os.close(printed.writing)
        worker.sendall(reply(nonce, b"yes"))

    assert exchange(ends, talk, channel=printed.channel) == b"yes"
    printed.channel.drain()
    printed.channel.drain()
    assert printed.channel.output == b"last words"


def test_what_is_left_is_drained_without_judging_it(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.sandbox.channel.MAX_OUTPUT_BYTES", 10)
    os.write(printed.writing, b"x" * 100)

    printed.channel.drain()

    assert printed.channel.output == b"x" * 100


def test_what_is_left_is_drained_without_waiting_for_more(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def asked(reading: list[int], writing: list[int], other: list[int], seconds: float) -> Any:
        waits.append(seconds)
        return select.select(reading, writing, other, 0)

    monkeypatch.setattr("grader.sandbox.channel.select", SimpleNamespace(select=asked))
    os.write(printed.writing, b"x")

    printed.channel.drain()

    assert printed.channel.output == b"x" and waits == [0, 0]
