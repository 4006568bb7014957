"""What is refused of a worker's talk, each by the one check that is there for it: a worker of the test's own says what it likes."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from grader.errors import Fault
from grader.sandbox.channel import Channel
from grader.sandbox.inside import wire

Talk = Callable[[socket.socket, bytes, bytes], None]  # the worker's socket, the request's nonce and its body
LONG_S = 60.0  # no test waits so long; a test that does has failed


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def request(worker: socket.socket) -> tuple[bytes, bytes]:
    """The nonce and the body of the next request."""
    head = b""
    while len(head) < wire.FRAME.size:
        head += worker.recv(wire.FRAME.size - len(head))
    nonce, length = wire.FRAME.unpack(head)
    body = b""
    while len(body) < length:
        body += worker.recv(length - len(body))
    return nonce, body


def reply(nonce: bytes, body: bytes, length: int | None = None) -> bytes:
    return wire.FRAME.pack(nonce, len(body) if length is None else length) + body


def exchange(ends: tuple[socket.socket, socket.socket], talk: Talk, body: bytes = b"ask", channel: Channel | None = None) -> bytes:  # fmt: skip
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
        return (channel or Channel(ours, None)).exchange(body, time.monotonic() + LONG_S)
    finally:
        thread.join()
        assert failed == []


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
