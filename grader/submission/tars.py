"""Tars, entry by entry, in the formats that people's programs write: ustar, GNU's and pax.

Not `tarfile`: it takes time that grows with the square of a hostile header (until Python 3.12), keeps headers of any size, and
copies the global one for each entry. What is read here is what answers need: a name, a kind and where the bytes are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

BLOCK = 512
MAX_HEADER = 1 << 20  # of a pax header or a long name
MAX_HEADERS = 8  # before an entry; people's programs write four at most
_PIECE = 1 << 16

_REGULAR = b"\x0007"  # `7` is contiguous, as nobody has it any more
_BODILESS = b"123456"  # links, devices, folders and pipes, whatever size they claim
_LONG_NAME, _PAX = b"L", b"xX"
_HEADERS = b"LKxXg"  # what says something of the next entry, or of all


class DamagedTar(Exception):
    """It is no tar."""


class CutOff(DamagedTar):
    """It ends in the middle."""


class TarEntry(NamedTuple):
    """
    Attributes:
        kind: "file", "folder" or "other": a link, a device, a file with holes.
        offset: where its bytes are in the tar, `size` of them.
    """

    name: str
    kind: str
    offset: int
    size: int


class Body:
    """The bytes of one entry, which can be read once."""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        self.stream, self.left = stream, size

    def read(self, most: int) -> bytes:
        data = self.stream.read(min(most, self.left))
        if not data and most and self.left:
            raise CutOff
        self.left -= len(data)
        return data

    def skip(self) -> None:
        while self.read(_PIECE):
            pass


def tar_entries(stream: IO[bytes]) -> Iterator[tuple[TarEntry, Body]]:
    """Each entry and its bytes, which are to be read before the next is asked for. The stream need not know how to seek."""
    at = headers = 0
    said: dict[str, str] = {}
    while block := stream.read(BLOCK):
        if not block.strip(b"\0"):
            return
        at += BLOCK
        kind, size = _checked(block)
        if kind in _HEADERS:
            headers += 1
            if size > MAX_HEADER or headers > MAX_HEADERS:
                raise DamagedTar
            content = Body(stream, _padded(size)).read(_padded(size))
            if kind in _PAX:
                said |= _records(content[:size])
            elif kind == _LONG_NAME:
                said["path"] = _decoded(content[:size])
            at += _padded(size)
            continue
        at += BLOCK * (_skip_map(stream, block) if kind == b"S" else 0)
        entry = _entry(block, kind, size, at, said)
        body = Body(stream, entry.size)
        yield entry, body
        padding = _padded(entry.size) - entry.size
        body.skip()
        stream.read(padding)  # the last may lack it
        at += _padded(entry.size)
        headers, said = 0, {}
    if not at:
        raise DamagedTar


def _entry(block: bytes, kind: bytes, size: int, at: int, said: dict[str, str]) -> TarEntry:
    name = said.get("GNU.sparse.name") or said.get("path") or _name(block)
    if kind in _BODILESS:
        size = 0
    elif "size" in said:
        size = _whole(said["size"].encode(), 10)
    if kind == b"5" or (kind in _REGULAR and name.endswith("/")):  # the second before there was a kind for it
        return TarEntry(name.rstrip("/"), "folder", at, size)
    whole = kind in _REGULAR and not any(key.startswith("GNU.sparse.") for key in said)
    return TarEntry(name, "file" if whole else "other", at, size)


def _checked(block: bytes) -> tuple[bytes, int]:
    """Kind and size that a header gives. Raises DamagedTar if its sum is wrong."""
    if len(block) < BLOCK:
        raise DamagedTar
    blanked = block[:148] + b" " * 8 + block[156:]
    # some old programs took bytes for signed
    if _number(block[148:156]) not in (sum(blanked), sum(memoryview(blanked).cast("b"))):
        raise DamagedTar
    return block[156:157], _number(block[124:136])


def _number(field: bytes) -> int:
    """In octal; where that is too short, GNU writes bytes, after a first bit that says so."""
    if field[0] & 0x80:
        return int.from_bytes(field, "big") & ((1 << (8 * len(field) - 1)) - 1)
    return _whole(field.partition(b"\0")[0].strip() or b"0", 8)


def _whole(digits: bytes, base: int) -> int:
    if len(digits) > 20 or not digits.isdigit():
        raise DamagedTar
    try:
        return int(digits, base)
    except ValueError:  # an 8 among octal digits
        raise DamagedTar from None


def _name(block: bytes) -> str:
    name = block[:100].partition(b"\0")[0]
    prefix = block[345:500].partition(b"\0")[0] if block[257:263] == b"ustar\0" else b""
    return _decoded(prefix + b"/" + name if prefix else name)


def _decoded(name: bytes) -> str:
    return name.partition(b"\0")[0].decode("utf-8", "surrogateescape")


def _records(content: bytes) -> dict[str, str]:
    """A pax header: `18 path=week/name` and the like, each with its own length before it."""
    found = {}
    at = 0
    while at < len(content) and content[at]:
        blank = content.find(b" ", at, at + 20)
        length = _whole(content[at : max(at, blank)], 10)
        key, equals, value = content[blank + 1 : at + length - 1].partition(b"=")
        if at + length > len(content) or not equals:
            raise DamagedTar
        found[_decoded(key)] = _decoded(value)
        at += length
    return found


def _skip_map(stream: IO[bytes], block: bytes) -> int:
    """Past the blocks that say where the holes are in a file of GNU's; how many there were."""
    count, more = 0, block[482]
    while more:
        block = stream.read(BLOCK)
        if len(block) < BLOCK:
            raise DamagedTar
        count, more = count + 1, block[504]
    return count


def _padded(size: int) -> int:
    return -(-size // BLOCK) * BLOCK
