"""Which shared libraries some programs and extension modules load, read from the files themselves: the dynamic section of ELF
(System V ABI, "Dynamic Linking"), and the loader's cache, which says where a name lies."""

from __future__ import annotations

import mmap
import os
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

CACHE = "/etc/ld.so.cache"
_INTERPRETER, _DYNAMIC, _LOADED = 3, 2, 1  # kinds of segments
_NEEDED, _STRINGS, _SEARCHED = 1, 5, (15, 29)  # tags: DT_NEEDED, DT_STRTAB, DT_RPATH and DT_RUNPATH


class Needs(NamedTuple):
    """
    Attributes:
        loader: the program that loads it, of a program.
        names: of the libraries it needs, as it spells them.
        folders: in which it looks for them first.
    """

    loader: str
    names: tuple[str, ...]
    folders: tuple[str, ...]


NONE = Needs("", (), ())


def libraries(files: Iterable[str], folders: Sequence[str] = ()) -> list[str]:
    """The paths of what these need, with what that needs in turn; it is looked for in `folders` as well. Nothing where the
    loader keeps no cache (musl): then what it finds is not known here."""
    try:
        with open(CACHE, "rb") as cache:
            known = cache.read()
    except OSError:
        return []
    found: dict[str, None] = {}
    waiting = list(files)
    while waiting:
        needs = needed(waiting.pop())
        paths = [path for name in needs.names for path in _places(name, (*needs.folders, *folders), known)]
        for path in (needs.loader, *paths):
            if path and path not in found:
                found[path] = None
                waiting.append(path)
    return list(found)


def _places(name: str, folders: tuple[str, ...], known: bytes) -> Iterator[str]:
    if "/" in name:
        yield name
        return
    for folder in folders:
        if os.path.exists(path := os.path.join(folder, name)):
            yield path
    for path in re.findall(rb"\0(/[^\0]*/" + re.escape(os.fsencode(name)) + rb")(?=\0)", known):
        yield os.fsdecode(path)


def needed(path: str) -> Needs:
    """What an ELF file of this machine's word size and byte order asks for; nothing if it is none."""
    try:
        with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as data:  # a few pages of it
            return _read(data, os.path.dirname(os.path.realpath(path)))
    except (OSError, OverflowError, struct.error, ValueError):
        return NONE


def _read(data: mmap.mmap, origin: str) -> Needs:
    if data[:6] != b"\x7fELF\x02\x01":
        return NONE
    at, size, number = struct.unpack_from("<32xQ14xHH", data)
    segments = [struct.unpack_from("<IIQQQQQQ", data, at + i * size) for i in range(number)]
    loaded = [(start, place, length) for kind, _, place, start, _, length, *_ in segments if kind == _LOADED]
    loader = next((_text(data, place) for kind, _, place, *_ in segments if kind == _INTERPRETER), "")
    entries: list[tuple[int, int]] = []
    for kind, _, place, _, _, length, *_ in segments:
        if kind == _DYNAMIC:
            entries += struct.iter_unpack("<QQ", data[place : place + length - length % 16])
    address = next((value for tag, value in entries if tag == _STRINGS), 0)
    strings = next((place + address - start for start, place, length in loaded if start <= address < start + length), 0)
    names = tuple(_text(data, strings + value) for tag, value in entries if tag == _NEEDED)
    searched = ":".join(_text(data, strings + value) for tag, value in entries if tag in _SEARCHED)
    folders = [re.sub(r"\$(ORIGIN|\{ORIGIN\})", origin, folder) for folder in searched.split(":") if folder]
    return Needs(loader, names, tuple(os.path.normpath(folder) for folder in folders))


def _text(data: mmap.mmap, at: int) -> str:
    end = data.find(b"\0", at)
    return os.fsdecode(data[at:end]) if 0 <= at < end else ""
