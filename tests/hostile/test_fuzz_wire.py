"""A bounded part of `tests/hostile/fuzz_wire.py`, and that it would see a fault."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from grader.checks import reply as reader
from grader.sandbox.inside import wire
from tests.hostile import fuzz_wire
from tests.hostile.fuzz_wire import TARGETS, measured, message, run
from tests.hostile.fuzzing import LONGEST
from tests.hostile.wire_messages import changes, example, reply, u32, u64


def test_what_a_worker_says_is_read() -> None:
    chance = random.Random(1)
    for _ in range(200):
        assert message("request", example(chance, "value")) == "read"
        whole = reply(wire.dumps([("value", 1, [])] * 2), changes(chance), example(chance, "warnings"))
        assert message("reply", whole) == "read"
        assert message("lab", whole) in ("read", "protocol")  # what holds itself has no end
        assert message("prepared", example(chance, "prepared")) in ("read", "error")


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_comes_is_read_or_refused_in_a_documented_way(target: str) -> None:
    ended = run(5000, seed=20, only=target)

    assert sum(ended.values()) == 5000
    assert ended[f"{target}: read"] > 50  # not everything is thrown out at the door


LARGE = {
    "values": b"L" + u32(8000) + b"N" * 8000,
    "lists": b"U" + u32(2000) + (b"L" + u32(0)) * 2000,
    "numbers of numpy": b"L" + u32(3000) + b"G\x01\x07" * 3000,
    "arrays": b"L" + u32(2000) + b"A\x01\x00\x07" * 2000,
    "functions": b"L" + u32(500) + (b"XS" + u32(0) + b"S" + u32(0) + b"M" + u32(0)) * 500,
    "keys": b"M" + u32(1000) + b"".join(b"D" + u64(one) + b"N" for one in range(1000)),
    "one key again and again": b"M" + u32(1000) + (b"I" + bytes(9) + b"N") * 1000,
    "a text": b"S" + u32(48_000) + "表".encode() * 16_000,
    "an array": b"A\x05\x01" + u64(60_000) + bytes(60_000),
    "many that announce much": b"L" + u32(1000) + (b"B" + u64(1 << 40)) * 1000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_long_message_costs_what_it_is_long(name: str) -> None:
    """Also each part of it in a reply, and where it is cut."""
    whole = LARGE[name]
    for data in (whole, whole[:-1], whole[: len(whole) // 2]):
        for target in ("value", "request", "prepared"):
            measured(target, data)
        for parts in (
            (data, b"I" + bytes(9), b"L" + u32(0)),
            (wire.dumps([]), wire.dumps(1) + wire.dumps(0) + data, b"L" + u32(0)),
        ):
            measured("reply", reply(*parts))
            measured("lab", reply(*parts))


@pytest.mark.parametrize("kind", [b"L", b"U", b"M", b"XS" + u32(0) + b"S" + u32(0) + b"M"])
def test_a_deep_message_ends_where_it_is_too_deep(kind: bytes) -> None:
    head = kind + u32(1) + (b"N" if b"M" in kind else b"")
    assert measured("value", head * (LONGEST // len(head))) == "refused"


# --- the fuzzer sees what is wrong ----------------------------------------------------------------------------------


def test_a_fault_is_seen_with_the_message_that_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(data: bytes) -> None:
        raise KeyError

    monkeypatch.setitem(fuzz_wire.TARGETS, "value", faulty)

    with pytest.raises(KeyError) as caught:
        run(1, seed=0, only="value")

    assert caught.value.__notes__[0].startswith("value, b")


def unbounded_list(decoder: wire.Decoder, depth: int) -> Any:
    room = [None] * decoder._u32()
    return [decoder.read(depth + 1) for _ in room]


def quadratic_list(decoder: wire.Decoder, depth: int) -> Any:
    items: tuple[Any, ...] = ()
    for _ in range(decoder._size()):
        items = tuple(item for item in (*items, decoder.read(depth + 1)))
    return list(items)


def shared_array(decoder: wire.Decoder, depth: int) -> Any:
    return np.frombuffer(decoder._take(decoder._size()), np.uint8)


def any_number(decoder: wire.Decoder, depth: int) -> int:
    return int.from_bytes(decoder._take(wire.INT_BYTES), "little", signed=True)


@pytest.mark.parametrize(
    ("tag", "careless"),
    [(b"L", unbounded_list), (b"A", shared_array), (b"I", any_number), (b"D", lambda decoder, depth: object())],
)
def test_a_careless_reader_is_seen(monkeypatch: pytest.MonkeyPatch, tag: bytes, careless: Any) -> None:
    monkeypatch.setitem(wire._READERS, tag, careless)
    with pytest.raises((AssertionError, MemoryError)):
        run(20_000, seed=3, only="value")


def test_quadratic_work_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wire._READERS, b"L", quadratic_list)
    with pytest.raises(AssertionError, match="calls for"):
        measured("value", b"L" + u32(600) + b"N" * 600)


def test_an_error_that_is_not_documented_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(outcome: Any) -> bool:
        return type(outcome) is tuple and bool(outcome[0] == "value")

    monkeypatch.setattr(reader, "_is_outcome", careless)
    with pytest.raises((ValueError, IndexError)):
        run(20_000, seed=3, only="reply")


def test_a_reply_that_reaches_the_callers_own_objects_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(data: bytes, mutables: list[Any]) -> Any:
        mutables[0][0, 0] = 1.0
        return [], [], []

    monkeypatch.setattr(fuzz_wire, "read_reply", careless)
    with pytest.raises(AssertionError):
        message("reply", b"")
