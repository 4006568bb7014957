"""Packed bytes to plain ones, in order and by the piece, each piece charged to an account before it is handed on.

Not `gzip.open` and its like: a gzip may hold a million streams of nothing, which cost time and are no bytes, and an xz may
ask for gigabytes of memory in its first line.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Any

from grader.submission.account import Account

PIECE = 1 << 16
STREAM = 1 << 14  # what the start of another stream is charged; bgzip has one for each 64 KiB, pbzip2 for each 900 kB
MAX_MEMORY = 128 << 20  # of xz; `xz -9` needs 65 MiB


def plain(packed: IO[bytes], account: Account) -> IO[bytes]:
    """The bytes that `packed` stands for: it may be a gzip, bzip2 or xz, or nothing of the kind."""
    magic = packed.read(6)
    packed.seek(0)
    unpacker = next((make for start, make in _UNPACKERS.items() if magic.startswith(start)), None)
    return io.BufferedReader(_Plain(packed, unpacker, account), PIECE)


def _gzip() -> Any:
    import zlib

    return _Zlib(zlib.decompressobj(wbits=31))


def _bzip2() -> Any:
    import bz2

    return bz2.BZ2Decompressor()


def _xz() -> Any:
    import lzma

    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MAX_MEMORY)


_UNPACKERS: dict[bytes, Callable[[], Any]] = {b"\x1f\x8b": _gzip, b"BZh": _bzip2, b"\xfd7zXZ": _xz}


class _Zlib:
    """zlib's object with the ways of the other two: what it did not get to is kept for the next call."""

    def __init__(self, unpacker: Any) -> None:
        self.unpacker, self.rest = unpacker, b""

    def decompress(self, data: bytes, most: int) -> bytes:
        found: bytes = self.unpacker.decompress(self.rest + data, most)
        self.rest = self.unpacker.unconsumed_tail
        return found

    @property
    def needs_input(self) -> bool:
        return not self.rest

    @property
    def eof(self) -> bool:
        return bool(self.unpacker.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self.unpacker.unused_data)


class _Plain(io.RawIOBase):
    def __init__(self, packed: IO[bytes], unpacker: Callable[[], Any] | None, account: Account) -> None:
        self.packed, self.account, self.make = packed, account, unpacker
        self.stream: Any = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._next(len(buffer)) if self.make else self.packed.read(len(buffer))
        self.account.take(passed=len(data))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        """Some bytes, or none at the end. Raises EOFError if that comes in the middle of a stream."""
        assert self.make is not None
        while True:
            if self.stream is None or self.stream.eof:
                data = self._after_padding(b"" if self.stream is None else self.stream.unused_data)
                if not data:
                    return b""
                self.account.take(passed=STREAM)
                self.stream = self.make()
            else:
                data = self.packed.read(PIECE) if self.stream.needs_input else b""
            asked = self.stream.needs_input and not data
            found: bytes = self.stream.decompress(data, most)  # also of nothing: zlib may hold something back
            if found:
                return found
            if asked and not self.stream.eof:
                raise EOFError

    def _after_padding(self, rest: bytes) -> bytes:
        """What follows the zeros with which some programs fill the last block; nothing at the end."""
        while not (rest := rest.lstrip(b"\0")):
            rest = self.packed.read(PIECE)
            if not rest:
                break
        return rest
