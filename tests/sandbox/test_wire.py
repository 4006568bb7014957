"""The wire format: everything that travels arrives, and nothing hostile gets further than WireError."""

from __future__ import annotations

import math
import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.sandbox.inside import wire

arrays = hnp.arrays(st.sampled_from([np.dtype(name) for name in wire.DTYPES]), hnp.array_shapes(min_dims=0, min_side=0))
plain = st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary()
keys = st.text() | st.integers() | st.booleans() | st.none()
values = st.recursive(
    plain | arrays,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(keys, inner),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return bool(one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, float):
        return struct.pack("<d", one) == struct.pack("<d", other) or (math.isnan(one) and math.isnan(other))
    return bool(one == other)


@given(values)
def test_what_travels_arrives(value: Any) -> None:
    assert same(wire.loads(wire.dumps(value)), value)


@given(values, st.data())
def test_a_cut_message_is_refused(value: Any, data: st.DataObject) -> None:
    message = wire.dumps(value)
    with pytest.raises(wire.WireError):
        wire.loads(message[: data.draw(st.integers(0, len(message) - 1))])


@given(st.binary(max_size=300))
def test_noise_is_a_value_or_refused(noise: bytes) -> None:
    try:
        wire.loads(noise)
    except wire.WireError:
        return


@given(values, st.data())
def test_a_changed_byte_is_a_value_or_refused(value: Any, data: st.DataObject) -> None:
    message = bytearray(wire.dumps(value))
    position = data.draw(st.integers(0, len(message) - 1))
    message[position] = data.draw(st.integers(0, 255))
    try:
        wire.loads(bytes(message))
    except wire.WireError:
        return


def test_trailing_bytes_are_refused() -> None:
    with pytest.raises(wire.WireError, match="follow"):
        wire.loads(wire.dumps(1) + b"N")


def test_an_announced_giant_is_refused_before_it_is_allocated() -> None:
    giant = b"A" + bytes([11, 2]) + struct.pack("<QQ", 1 << 30, 1 << 30)
    with pytest.raises(wire.WireError):
        wire.loads(giant)
    with pytest.raises(wire.WireError, match="claims more"):
        wire.loads(b"L" + struct.pack("<I", 1 << 31))


def test_a_zero_sized_giant_dimension_is_refused() -> None:
    with pytest.raises(wire.WireError):
        wire.loads(b"A" + bytes([11, 2]) + struct.pack("<QQ", 0, 1 << 62))


def test_a_strange_byte_in_a_bool_array_becomes_true() -> None:
    array = wire.loads(b"A" + bytes([0, 1]) + struct.pack("<Q", 2) + bytes([0, 7]))
    assert array.view(np.uint8).tolist() == [0, 1]


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(wire.WireError):
        wire.loads((b"L" + struct.pack("<I", 1)) * 5000 + b"N")


def test_too_many_values_are_refused() -> None:
    with pytest.raises(wire.WireError, match="too many"):
        wire.loads(b"L" + struct.pack("<I", wire.MAX_VALUES + 1) + b"N" * (wire.MAX_VALUES + 1))


@pytest.mark.parametrize(
    "value",
    [
        object(),
        np.array([object()]),
        np.array(["a"]),
        np.array([(1, 2.0)], dtype="i4,f8"),
        range(3),
        {1, 2},
        iter(()),
    ],
)
def test_what_cannot_travel_says_its_type(value: Any) -> None:
    assert type(wire.loads(wire.dumps(value))) is wire.Opaque


def test_an_array_subclass_travels_as_its_base() -> None:
    class Liar(np.ndarray[Any, Any]):
        def __array_ufunc__(self, *_: Any, **__: Any) -> bool:
            return True

    value = wire.loads(wire.dumps(np.arange(3.0).view(Liar)))
    assert type(value) is np.ndarray and value.tolist() == [0, 1, 2]
