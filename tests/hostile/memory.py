"""Reads the memory of another process, and looks for many things in it at once: numbers in any form, arrays, values."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np

PAGE = os.sysconf("SC_PAGE_SIZE")
NEVER = 1 << 30
_SEAM = os.urandom(16)  # between pages that do not follow each other
_FACTOR, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(42)  # multiplicative hashing to 22 bits
_TELLING = 5  # so many different bytes of eight are seldom come upon


class Needle(NamedTuple):
    """
    Attributes:
        piece: the bytes that are looked for.
        until: the number of requests after which it may be there.
        random: whether it is a part of 128 random bits, for which no chance is an excuse.
    """

    what: str
    piece: bytes
    until: int = NEVER
    random: bool = False


def of_secrets(secret: str, seeds: Iterable[int]) -> Iterator[Needle]:
    """The secret, the seeds of draws, and what numpy's generators make of these."""
    yield from forms("the secret", int(secret, 16))
    for seed in seeds:
        state = cast("dict[str, Any]", np.random.PCG64(seed).state)["state"]
        words = np.random.SeedSequence(seed).generate_state(4, np.uint64).tolist()
        for number in (seed, state["state"], state["inc"], *words):
            yield from forms("a seed" if number == seed else "a generator's state", number)


def forms(what: str, number: int) -> Iterator[Needle]:
    """How a number of 128 bits may lie in memory: bytes, digits of Python's (30 bits), decimal, hexadecimal. Its halves are
    looked for by themselves, as of one that was cut off they are there alone."""
    digits = struct.pack("<4I", *(number >> 30 * place & (1 << 30) - 1 for place in range(4)))
    numbers = (number.to_bytes(16, "little"), number.to_bytes(16, "big"), digits)
    halves = {half for raw in numbers for half in (raw[:8], raw[8:])}
    texts = {text.encode() for part in (number, number % 2**64) for text in (str(part), f"{part:x}")}
    for piece in halves | texts:
        if len(piece) - piece.count(0) >= 5:  # the upper half of a number that has none says nothing
            yield Needle(what, piece, random=True)


def pieces(value: Any) -> Iterator[bytes]:
    """The bytes of the arrays and the numbers in `value` that nobody would come upon by chance."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "iufc":
        raw = value.tobytes()
        # Whoever frees memory writes his own notes into its first bytes; what spans more than two pages is not put together.
        piece = raw[16:][:PAGE] if len(raw) >= 64 else raw
        steps = np.diff(np.frombuffer(piece, value.dtype))
        if len(piece) >= 16 and np.any(steps != steps[:1]):  # neither constant nor a range
            yield piece
    elif isinstance(value, float) and round(value, 6) != value:
        yield struct.pack("<d", value)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from pieces(item)
    elif isinstance(value, dict):
        yield from pieces(list(value.values()))


def pidfds() -> Iterator[tuple[int, int]]:
    """Our descriptors of processes, each with the number that the process has for us (in bubblewrap it has another)."""
    for descriptor in os.listdir("/proc/self/fd"):
        try:
            said = Path(f"/proc/self/fdinfo/{descriptor}").read_text()
        except FileNotFoundError:
            continue  # it was the listing's own
        yield from ((int(descriptor), int(line.split()[1])) for line in said.splitlines() if line.startswith("Pid:"))


def memory(pid: int, files: bool = False) -> dict[int, bytes]:
    """A process's readable pages by address. Those that are still a file's, word for word, only with `files`; and none that
    the kernel lends (vvar, vsyscall), which cannot be read so."""
    while True:
        maps = Path(f"/proc/{pid}/maps").read_text()
        pages: dict[int, bytes] = {}
        with open(f"/proc/{pid}/mem", "rb", 0) as content, open(f"/proc/{pid}/pagemap", "rb", 0) as pagemap:
            for line in maps.splitlines():
                span, rights, *_, name = line.split(maxsplit=5)
                if rights[0] != "r" or name.startswith(("[vvar", "[vsyscall")):
                    continue
                start, end = (int(one, 16) // PAGE for one in span.split("-"))
                flags = np.frombuffer(os.pread(pagemap.fileno(), (end - start) * 8, start * 8), "<u8")
                own = (flags >> 62 != 0) & (flags >> 61 & 1 == 0)  # in memory or swapped out, and no file's
                edges = np.flatnonzero(np.diff(own | files, prepend=False, append=False)).tolist()
                for first, behind in zip(edges[::2], edges[1::2], strict=True):
                    here = (start + first) * PAGE
                    raw = os.pread(content.fileno(), (behind - first) * PAGE, here)
                    pages.update((here + at, raw[at : at + PAGE]) for at in range(0, len(raw), PAGE))
        if Path(f"/proc/{pid}/maps").read_text() == maps:  # a worker that has just been forked is still at it
            return pages


def new_in(now: dict[int, bytes], before: dict[int, bytes]) -> bytes:
    """The pages that have changed, each with its neighbours, as what is looked for may lie across."""
    changed = [address for address, page in now.items() if before.get(address) != page]
    wide = sorted({address + step for address in changed for step in (-PAGE, 0, PAGE)} & now.keys())
    parts = [page for address in wide for page in ((now[address],) if address - PAGE in now else (_SEAM, now[address]))]
    return b"".join(parts)


def found(raw: bytes, needles: Iterable[Needle]) -> list[Needle]:
    """Those whose piece stands somewhere in `raw`."""
    by_piece: dict[bytes, list[Needle]] = {}
    for needle in needles:
        by_piece.setdefault(needle.piece, []).append(needle)
    by_anchor: dict[int, list[tuple[int, bytes]]] = {}
    seen: set[bytes] = set()
    for piece in by_piece:
        at = max(range(0, min(len(piece), 64) - 7, 4), key=lambda start: len(set(piece[start : start + 8])))
        anchor = piece[at : at + 8]
        if len(set(anchor)) >= _TELLING:
            by_anchor.setdefault(int.from_bytes(anchor, "little"), []).append((at, piece))
        elif piece in raw:
            seen.add(piece)
    anchors = np.array(sorted(by_anchor), np.uint64)
    table = np.zeros(1 << 22, bool)
    table[anchors * _FACTOR >> _SHIFT] = True
    for offset in range(8 if len(raw) >= 16 else 0):  # all at once, by eight bytes of each
        words = np.frombuffer(raw, "<u8", (len(raw) - offset) // 8, offset)
        maybe = np.flatnonzero(table[words * _FACTOR >> _SHIFT])
        for place in maybe[np.isin(words[maybe], anchors)].tolist():
            pieces = by_anchor[int(words[place])]
            seen.update(piece for at, piece in pieces if raw.startswith(piece, max(0, 8 * place + offset - at)))
    return [needle for piece in by_piece if piece in seen for needle in by_piece[piece]]
