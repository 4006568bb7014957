"""Messages of the wire format for `fuzz_wire.py`: whole ones of every kind, and what chance makes of them."""

from __future__ import annotations

import random
import struct
from typing import Any

import numpy as np

from grader.sandbox.inside import interpreter, wire

KINDS = ("value", "outcomes", "changes", "warnings", "prepared")
SIZE = 400  # examples of each kind
SMALL = 400  # bytes of a mutant that becomes an example itself


def u32(number: int) -> bytes:
    return struct.pack("<I", number)


def u64(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}Q", *numbers)


# --- whole ones -----------------------------------------------------------------------------------------------------

_TEXTS = [
    "",
    "a",
    "value",
    "handle",
    "error",
    "missing",
    "W",
    "表\n",
    "\U0001f40d",
    "x" * 300,
    "exception",
    "E\x00\u202e",
]
_WHOLE = [0, 1, -1, 255, 1 << 31, (1 << 60) - 1, 1 << 60, -(1 << 60), (1 << 63) - 1, -(1 << 63), (1 << 64) - 1]
_FLOATS = [0.0, -0.0, 1.5, 1e-310, float("inf"), float("nan"), 2.0**600, 2.0**61, -1e300]
_KEYS = ["", "W", "b1", 0, 1, True, False, None, 1.0, float("nan"), -(1 << 60), "表"]
_SHAPES = [(), (0,), (1,), (3,), (2, 3), (0, 1 << 20), (1, 1, 2), (1,) * 16, (2, 0, 5)]


def a_value(chance: random.Random, depth: int = 0) -> Any:
    """Anything that the wire carries; small, and seldom deep."""
    kind = chance.randrange(16 if depth < 3 else 10)
    if kind < 2:
        return chance.choice((None, True, False))
    if kind < 3:
        return chance.choice(_WHOLE)
    if kind < 4:
        return chance.choice((chance.choice(_FLOATS), complex(chance.choice(_FLOATS), chance.choice(_FLOATS))))
    if kind < 5:
        return chance.choice(_TEXTS)
    if kind < 6:
        return chance.randbytes(chance.randrange(9))
    if kind < 7:
        return an_array(chance)
    if kind < 8:
        return an_array(chance, ())[()]
    if kind < 10:
        constants = {"k": a_value(chance, depth + 1)}
        function = wire.Function(chance.choice(_TEXTS), "def f(x): return x", constants)
        return chance.choice((wire.Handle(chance.randrange(9), "Layer"), wire.Opaque("set"), function))
    items = [a_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind < 12:
        return items + items[:1] * chance.randrange(3)  # the same one again
    if kind < 14:
        return tuple(items)
    return {chance.choice(_KEYS): item for item in items}


def an_array(chance: random.Random, shape: tuple[int, ...] | None = None) -> Any:
    dtype = np.dtype(chance.choice(wire.DTYPES))
    shape = chance.choice(_SHAPES) if shape is None else shape
    size = dtype.itemsize * int(np.prod(shape))
    raw = bytes(chance.randrange(2) for _ in range(size)) if dtype.kind == "b" else chance.randbytes(size)
    return np.frombuffer(raw, dtype).reshape(shape)


def an_outcome(chance: random.Random) -> tuple[Any, ...]:
    points = [a_value(chance, 2) for _ in range(chance.randrange(3))]
    kind = chance.choice(interpreter.KINDS)
    return chance.choice(
        (
            ("value", a_value(chance), points),
            ("handle", chance.choice(("Layer", "x" * 100)), points),
            ("error", kind, "ValueError", chance.choice(_TEXTS), chance.choice((None, 1, (1 << 31) - 1))),
            (a_value(chance, 3), a_value(chance), points),
        )
    )


def changes(chance: random.Random) -> bytes:
    """Of the arguments of `fuzz_wire.callers`, some; what they hold may be any of them again."""
    known = callers()
    chosen = [index for index in range(len(known)) if chance.random() < 0.3]
    encoder = wire.Encoder(known, register=False)
    encoder.write(len(chosen))
    for index in chosen:
        before = known[index]
        now: Any = np.ones_like(before)
        if isinstance(before, list):
            now = [a_value(chance, 2), chance.choice(known)]
        elif isinstance(before, dict):
            now = {"W": chance.choice(known), "c": a_value(chance, 2)}
        encoder.write(index)
        encoder.seen[id(now)] = index
        encoder.write_contents(now)
    return encoder.data()


def callers() -> list[Any]:
    """What a call of `fuzz_wire.ask` hands over, as the wire numbers it."""
    array: Any = np.zeros((2, 3))
    return [array, {}, {"W": array, "b": None}, array.copy(), [1.0, None], {}]


def example(chance: random.Random, kind: str) -> bytes:
    """A whole message, or a part of a reply, of this kind."""
    if kind == "value" and chance.random() < 0.3:
        encoder = wire.Encoder([])  # with references
        encoder.write(a_value(chance))
        return encoder.data()
    if kind == "value":
        return wire.dumps(a_value(chance))
    if kind == "outcomes":
        return wire.dumps([an_outcome(chance) for _ in range(chance.choice((1, 2, 2, 3)))])
    if kind == "changes":
        return changes(chance)
    if kind == "warnings":
        some = [(chance.choice(_TEXTS)[:100], chance.choice((1, 7, (1 << 31) - 1))) for _ in range(chance.randrange(3))]
        return wire.dumps(some)
    note = chance.choice(
        (("broken-cell", 1, chance.choice((1, 3)), "x" * 200), ("missing", "f"), ("out-of-order", "f"), a_value(chance))
    )
    error = ("error", "syntax", "SyntaxError", chance.choice(_TEXTS), chance.choice((None, 1, 99)))
    return wire.dumps(chance.choice((("prepared", b"code", [note, a_value(chance, 2)]), error)))


def reply(outcomes: bytes, changed: bytes, warnings: bytes) -> bytes:
    """With lengths that are right, whatever the parts are."""
    parts = b"".join(b"B" + u64(len(part)) + part for part in (outcomes, changed))
    return b"U" + u32(3) + parts + warnings


# --- what chance makes of them --------------------------------------------------------------------------------------

_TAGS = b"NTFIDCSBAGLUMHORX"
_NUMBERS = [0, 1, 2, 3, 5, 16, 17, 255, 5001, 65537, 200_001, 1 << 26, (1 << 31) - 1, 1 << 31, (1 << 32) - 1]
_FOUR = [u32(one) for one in _NUMBERS]
_EIGHT = [u64(one) for one in (*_NUMBERS, 1 << 40, 1 << 62, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)]
_PIECES = [
    b"L" + u32(1), b"U" + u32(1), b"M" + u32(1), b"M" + u32(1) + b"N", b"U" + u32(2), (b"L" + u32(1)) * 30, (b"M" + u32(1)) * 40,
    (b"U" + u32(1)) * 400, b"XS" + u32(0) + b"S" + u32(0) + b"M" + u32(0), b"S" + u32(3) + b"\xed\xa0\x80", b"S" + u32(2) + b"\xc3(",
    b"I" + b"\xff" * 8 + b"\x01", b"I" + bytes(8) + b"\xff", b"I" + b"\xff" * 8 + b"\0", b"D" + u64(0x7FF4000000000001), b"R" + u32(0),
    b"A\x0b\x02" + u64(1 << 30, 1 << 30), b"A\x0b\x10" + u64(*[1 << 62] * 16), b"A\x0b\x02" + u64(0, 1 << 62), b"A\0\x01" + u64(2) + b"\0\x07",
    b"A\x0d\x03" + u64(0, 1 << 26, 1), b"B" + u64(1 << 62), b"G\0\x07", b"G\x0d", b"O" + u32(150) + b"n" * 150, b"O" + u32(2) + b"\n\0", b"S" + u32(16385) + b"x" * 16385,
    b"N" * 40, b"\xff" * 9, wire.dumps(np.arange(2) == 1), wire.dumps(np.arange(2)), wire.dumps(np.zeros((2, 3))),
    b"".join(b"M" + u32(40) + b"D" + struct.pack("<d", 2.0 ** (61 * power)) + b"N" for power in range(-16, 16)),
]  # fmt: skip
_TIMES = (0, 0, 1, 1, 1, 1, 2, 4, 12)
_REPEATS = (1, 1, 1, 2, 40)


def mutated(chance: random.Random, examples: list[bytes], longest: int) -> bytes:
    """One of the examples with a few changes, or none."""
    draw = chance.random
    data = bytearray(examples[int(draw() * len(examples))])
    for _ in range(_TIMES[int(draw() * len(_TIMES))]):
        at = int(draw() * len(data)) if draw() < 0.9 else 0
        kind = int(draw() * 12) if data else 8
        if kind == 0:
            data[at] = int(draw() * 256)
        elif kind == 1:
            data[at] ^= 1 << int(draw() * 8)
        elif kind == 2:
            del data[at : at + 1 + int(draw() * 16)]
        elif kind == 3:
            del data[at:]
        elif kind == 4:
            data[at : at + 4] = _FOUR[int(draw() * len(_FOUR))]
        elif kind == 5:
            data[at : at + 8] = _EIGHT[int(draw() * len(_EIGHT))]
        elif kind == 6:  # the next tag becomes another
            while at < len(data) and data[at] not in _TAGS:
                at += 1
            data[at : at + 1] = _TAGS[(tag := int(draw() * len(_TAGS))) : tag + 1]
        elif kind == 7:
            data[at:at] = data[at : at + 1 + int(draw() * 32)] * _REPEATS[int(draw() * len(_REPEATS))]
        elif kind == 8:
            data[at:at] = _PIECES[int(draw() * len(_PIECES))]
        elif kind == 9:
            other = examples[int(draw() * len(examples))]
            data[at:] = other[int(draw() * len(other)) :]
        elif kind == 10:
            data[at:at] = examples[int(draw() * len(examples))]
        else:  # a length that is off by one
            data[at] = (data[at] + (1 if draw() < 0.5 else 255)) & 255
    return bytes(data[:longest])
