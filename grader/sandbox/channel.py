"""The grader's end of the conversation with one worker: framed messages under an absolute deadline.

While it waits for a reply it also drains what the student's code prints, or a full pipe would stop both.
"""

from __future__ import annotations

import os
import select
import socket
import time
from collections.abc import Callable

from grader.errors import CalledOff, Fault
from grader.sandbox.inside import wire

KEPT_OUTPUT_BYTES = 16 << 10
MAX_OUTPUT_BYTES = 8 << 20
_PIECE = 1 << 16
_WATCH_S = 0.02  # so often whoever keeps it waiting is looked at


class Gone(Exception):
    """The worker closed the connection: it died, or left."""


class Channel:
    """
    Attributes:
        output: the first KEPT_OUTPUT_BYTES of what was printed.
        stop: becomes readable when the answer to what was asked is no longer wanted.
        watch: called again and again while a reply is waited for; it may raise Fault.
        put_off: by how many seconds, at the moment, a deadline is put off.
    """

    def __init__(
        self, sock: socket.socket, output_descriptor: int | None, meanwhile: Callable[[], None] = lambda: None
    ) -> None:
        """`meanwhile` is called once, when there is a first reply to wait for."""
        self.sock = sock
        self.stop: socket.socket | None = None
        self.watch: Callable[[], None] = lambda: None
        self.put_off: Callable[[], float] = lambda: 0.0
        self._meanwhile = meanwhile
        self.output = b""
        self._printed = 0
        self._output_descriptor = output_descriptor
        sock.setblocking(False)

    def begin(self, deadline: float) -> None:
        """Wait until the worker says that it is there. Raises Gone if it is not by then, whatever the reason; CalledOff."""
        try:
            said = self._receive(b"", 1, deadline, most=1)
        except Fault:
            raise Gone from None
        if said != wire.READY:
            raise Gone

    def exchange(self, body: bytes, deadline: float) -> bytes:
        """Send one request, return the body of the one reply. `deadline` is on the monotonic clock.

        Raises Fault (timeout, protocol, output_limit), Gone, or CalledOff.
        """
        if select.select([self.sock], [], [], 0)[0]:
            if not self._receive_some(1):
                raise Gone
            raise Fault("protocol", "spoke without being asked")
        nonce = os.urandom(16)
        self._send(wire.FRAME.pack(nonce, len(body)) + body, deadline)
        once, self._meanwhile = self._meanwhile, lambda: None
        once()
        reply = self._receive(b"", wire.FRAME.size, deadline)
        echoed, length = wire.FRAME.unpack_from(reply)
        if echoed != nonce:
            raise Fault("protocol", "answered something else")
        if length > wire.MAX_BODY_BYTES:  # before anything of that size is allocated
            raise Fault("protocol", "announced a reply that is too large")
        reply = self._receive(reply[wire.FRAME.size :], length, deadline)
        if len(reply) > length:
            raise Fault("protocol", "said more than it was asked")
        return reply

    def _send(self, data: bytes, deadline: float) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self.sock.send(view[:_PIECE]) :]
            except BlockingIOError:
                self._wait([], [self.sock], deadline)
            except OSError:
                raise Gone from None

    def _receive(self, begun: bytes, at_least: int, deadline: float, most: int = _PIECE) -> bytes:
        """`begun` and what follows, `most` at a time, until there are `at_least` so many bytes."""
        pieces, size = [begun], len(begun)
        while size < at_least:
            self._wait([self.sock], [], deadline)
            piece = self._receive_some(most)
            if piece is None:
                continue
            if not piece:
                raise Gone
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)

    def _receive_some(self, size: int) -> bytes | None:
        try:
            return self.sock.recv(size)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _wait(self, reading: list[socket.socket], writing: list[socket.socket], deadline: float) -> None:
        """Until the socket is ready, draining output and watching meanwhile. Raises Fault, or CalledOff."""
        look_at = time.monotonic() + _WATCH_S
        while True:
            now = time.monotonic()
            if now >= deadline and now >= deadline + self.put_off():
                raise Fault("timeout")
            if now >= look_at:
                self.watch()
                look_at = now + _WATCH_S
            sources: list[socket.socket | int] = list(reading)
            if self._output_descriptor is not None:
                sources.append(self._output_descriptor)
            if self.stop is not None:
                sources.append(self.stop)
            readable, writable, _ = select.select(sources, writing, [], max(0.0, look_at - now))
            if self.stop is not None and self.stop in readable:
                raise CalledOff
            if self._output_descriptor in readable:
                self._drain_once()
            if writable or any(source in readable for source in reading):
                return

    def _drain_once(self) -> None:
        piece = os.read(self._output_descriptor, _PIECE) if self._output_descriptor is not None else b""
        if not piece:
            self._output_descriptor = None
        self._printed += len(piece)
        self.output += piece[: KEPT_OUTPUT_BYTES - len(self.output)]
        if self._printed > MAX_OUTPUT_BYTES:
            raise Fault("output_limit")

    def drain(self) -> None:
        """Take what is left to read of the output, without waiting and without judging it."""
        try:
            while self._output_descriptor is not None and select.select([self._output_descriptor], [], [], 0)[0]:
                self._drain_once()
        except Fault:
            return
