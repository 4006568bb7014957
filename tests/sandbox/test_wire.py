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
whole = st.integers(-(2**63), 2**64 - 1)
plain = st.none() | st.booleans() | whole | st.floats() | st.complex_numbers() | st.text() | st.binary()
keys = st.text() | st.integers(-(2**60), 2**60 - 1) | st.booleans() | st.none()
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


# --- byte by byte -------------------------------------------------------------------------------------------------


def u32(number: int) -> bytes:
    return struct.pack("<I", number)


def u64(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}Q", *numbers)


BYTES = [
    (None, b"N"),
    (True, b"T"),
    (False, b"F"),
    (0, b"I" + (0).to_bytes(9, "little", signed=True)),
    (127, b"I" + (127).to_bytes(9, "little", signed=True)),
    (128, b"I" + (128).to_bytes(9, "little", signed=True)),
    (-1, b"I" + (-1).to_bytes(9, "little", signed=True)),
    (1.5, b"D" + struct.pack("<d", 1.5)),
    (1.5 - 2j, b"C" + struct.pack("<dd", 1.5, -2.0)),
    ("あ", b"S" + u32(3) + "あ".encode()),
    (b"xy", b"B" + u64(2) + b"xy"),
    ([1, None], b"L" + u32(2) + b"I" + b"\x01" + bytes(8) + b"N"),
    ((None,), b"U" + u32(1) + b"N"),
    ({"a": True}, b"M" + u32(1) + b"S" + u32(1) + b"aT"),
    (wire.Handle(7, "Layer"), b"H" + u32(7) + b"S" + u32(5) + b"Layer"),
    (wire.Opaque("set"), b"O" + u32(3) + b"set"),
    (
        wire.Function("f", "src", {"k": None}),
        b"XS" + u32(1) + b"fS" + u32(3) + b"srcM" + u32(1) + b"S" + u32(1) + b"kN",
    ),
]


@pytest.mark.parametrize(("value", "message"), BYTES)
def test_a_value_is_these_bytes(value: Any, message: bytes) -> None:
    assert wire.dumps(value) == message
    assert same(wire.loads(message), value)


@pytest.mark.parametrize("name", wire.DTYPES)
def test_arrays_and_scalars_of_every_dtype_are_these_bytes(name: str) -> None:
    """The code of a dtype is its place in the list, which a worker of the same version shares."""
    array = np.array([[0, 1, 1]]).astype(name)
    code = bytes([wire.DTYPES.index(name)])

    assert wire.dumps(array) == b"A" + code + b"\x02" + u64(1, 3) + array.tobytes()
    assert wire.dumps(array[0, 1]) == b"G" + code + array[0, 1].tobytes()
    for value in (array, array[0, 0], array[0, 1]):
        read = wire.loads(wire.dumps(value))
        assert type(read) is type(value) and read.dtype == value.dtype and np.array_equal(read, value)


def test_the_dtypes_are_these() -> None:
    assert wire.DTYPES == [
        "|b1",
        "|i1",
        "<i2",
        "<i4",
        "<i8",
        "|u1",
        "<u2",
        "<u4",
        "<u8",
        "<f2",
        "<f4",
        "<f8",
        "<c8",
        "<c16",
    ]


def test_the_frame_and_the_limits_are_these() -> None:
    assert wire.FRAME.pack(b"n" * 16, 5) == b"n" * 16 + u64(5)
    assert (wire.MAX_BODY_BYTES, wire.MAX_VALUES, wire.MAX_DEPTH, wire.MAX_DIMENSIONS) == (67108864, 200000, 32, 16)
    assert (wire.MAX_TEXT_BYTES, wire.MAX_DATA_BYTES, wire.MAX_KEYS) == (65536, 50331648, 5000)
    assert (range(-(2**63), 2**64), 100) == (wire.INTEGERS, wire.MAX_TYPE_NAME)


# --- what travels as something else -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("array", "dtype"),
    [
        (np.array([1.5], np.longdouble), "<f8"),
        (np.array([1.5], np.clongdouble), "<c16"),
        (np.array([1.5], ">f8"), "<f8"),
        (np.array([1.5], ">f4"), "<f8"),
        (np.array([1.5j], ">c8"), "<c16"),
        (np.array([7], ">i4"), "<i4"),
        (np.array([7], ">u2"), "<u2"),
    ],
)
def test_a_dtype_that_has_no_code_travels_as_the_next_that_has(array: Any, dtype: str) -> None:
    read = wire.loads(wire.dumps(array))

    assert read.dtype == np.dtype(dtype) and read.tolist() == array.tolist()


def test_an_array_that_can_travel_is_itself_and_one_of_a_subclass_its_base() -> None:
    class Liar(np.ndarray[Any, Any]): ...

    array = np.arange(3.0)

    assert wire.portable(array) is array
    base = wire.portable(array.view(Liar))
    assert type(base) is np.ndarray and np.shares_memory(base, array)


def test_a_subclass_travels_as_its_base() -> None:
    class Words(str): ...

    class Items(list[Any]): ...

    class Table(dict[Any, Any]): ...

    class Pair(tuple[Any, ...]): ...

    class Truth(int): ...

    sent = [Words("x"), Items([1]), Table(a=1), Pair((1,)), Truth(5), np.float64(1.5), np.bool_(True)]

    assert [type(value) for value in wire.loads(wire.dumps(sent))] == [
        str,
        list,
        dict,
        tuple,
        int,
        np.float64,
        np.bool_,
    ]


def test_a_string_with_halves_of_characters_travels_with_marks_in_their_place() -> None:
    assert wire.loads(wire.dumps("a\ud800b")) == "a?b"


def test_a_key_that_is_not_plain_travels_as_its_words() -> None:
    assert wire.loads(wire.dumps({(1, 2): 1, None: 2, 1.5: 3, b"x": 4})) == {"(1, 2)": 1, None: 2, 1.5: 3, "b'x'": 4}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1 << 64, "an integer of more than 64 bits"),
        (-(1 << 63) - 1, "an integer of more than 64 bits"),
        ("x" * 16385, "a text of 16385 characters"),
        (bytes((48 << 20) + 1), "50331649 bytes"),
        (np.zeros((48 << 17) + 1), "array of shape (6291457,), which is too large"),
        ([None] * 200_000, "list of 200000 values"),
        ((None,) * 200_000, "tuple of 200000 values"),
        (dict.fromkeys(range(5001)), "dict of 5001 keys"),
    ],
)
def test_what_is_out_of_bounds_travels_by_its_size(value: Any, said: str) -> None:
    assert wire.loads(wire.dumps(value)) == wire.Opaque(said)
    inside = wire.loads(wire.dumps([1, {"a": value}, 2]))
    assert inside == [1, {"a": wire.Opaque(said)}, 2]


@pytest.mark.parametrize(
    "value",
    [
        (1 << 64) - 1,
        -(1 << 63),
        "x" * 16384,
        "\U0001f40d" * 16384,
        bytes(48 << 20),
        [None] * 199_999,
        dict.fromkeys(range(5000)),
    ],
)
def test_what_is_just_within_bounds_travels(value: Any) -> None:
    assert wire.loads(wire.dumps(value)) == value


def test_the_bounds_hold_for_a_message_as_a_whole() -> None:
    half = bytes(30 << 20)
    assert wire.loads(wire.dumps([half, half])) == [half, wire.Opaque("31457280 bytes")]
    many = [None] * 150_000
    assert wire.loads(wire.dumps([many, many])) == [many, wire.Opaque("list of 150000 values")]


def test_keys_that_could_be_made_to_collide_travel_as_their_words() -> None:
    far = 1 << 60
    assert wire.loads(wire.dumps({far - 1: 1, -far: 2})) == {far - 1: 1, -far: 2}
    assert wire.loads(wire.dumps({far: 1, -far - 1: 2})) == {str(far): 1, str(-far - 1): 2}


def test_what_cannot_travel_is_named_and_not_at_length() -> None:
    long = type("L" * 150, (), {})

    assert wire.loads(wire.dumps(long())) == wire.Opaque("L" * 100)
    assert wire.loads(wire.dumps(np.array(["ab"]))) == wire.Opaque("array of str64")
    assert wire.loads(wire.dumps(np.array(["ab"])[0])) == wire.Opaque("str_")
    assert wire.loads(wire.dumps(np.datetime64("2026-01-01"))) == wire.Opaque("datetime64")
    structured = np.zeros(1, [("n" * 200, "i4")])
    assert wire.loads(wire.dumps(structured)) == wire.Opaque(f"array of {structured.dtype.name}"[:100])


WRAPS: dict[str, tuple[Any, Any]] = {
    "list": (lambda inner: [inner], lambda outer: outer[0]),
    "tuple": (lambda inner: (inner,), lambda outer: outer[0]),
    "dict": (lambda inner: {"a": inner}, lambda outer: outer["a"]),
}


def nested(depth: int, wrap: Any) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = wrap(value)
    return value


@pytest.mark.parametrize("kind", WRAPS)
def test_what_is_nested_too_deeply_is_named_where_it_is_too_deep(kind: str) -> None:
    wrap, unwrap = WRAPS[kind]

    assert same(wire.loads(wire.dumps(nested(wire.MAX_DEPTH, wrap))), nested(wire.MAX_DEPTH, wrap))
    value = wire.loads(wire.dumps(nested(wire.MAX_DEPTH + 1, wrap)))
    for _ in range(wire.MAX_DEPTH + 1):
        value = unwrap(value)
    assert value == wire.Opaque("too deeply nested int")


def test_a_functions_constants_are_as_deep_as_it_and_what_they_hold_deeper() -> None:
    """A function and its dict are two levels."""

    def wrap(inner: Any) -> Any:
        return wire.Function("f", "s", {"a": inner})

    def depth(value: Any) -> int:
        return 1 + depth(value.constants["a"]) if isinstance(value, wire.Function) else 0

    assert depth(wire.loads(wire.dumps(nested(wire.MAX_DEPTH // 2, wrap)))) == 16
    assert depth(wire.loads(wire.dumps(nested(wire.MAX_DEPTH // 2 + 1, wrap)))) == 16


def test_functions_count_with_their_constants() -> None:
    """Each is two values: what is written can be read."""
    function = wire.Function("f", "s", {})

    assert len(wire.loads(wire.dumps([function] * 99_999))) == 99_999
    assert wire.loads(wire.dumps([function] * 100_001))[-1] == wire.Opaque("Function")


# --- aliasing -----------------------------------------------------------------------------------------------------


def test_what_is_met_again_is_a_reference_to_the_first() -> None:
    array, items, table = np.zeros(1), [1], {"a": 1}
    met: list[Any] = []
    encoder = wire.Encoder(met)
    encoder.write((array, items, table, items, array, table))

    read: list[Any] = []
    one, two, three, four, five, six = wire.Decoder(encoder.data(), read).read()

    assert met == [array, items, table] and met[0] is array
    assert one is five is read[0] and two is four is read[1] and three is six is read[2]
    assert encoder.data().endswith(b"R" + u32(1) + b"R" + u32(0) + b"R" + u32(2))


def test_containers_come_before_what_they_hold() -> None:
    inner: list[Any] = []
    met: list[Any] = []
    wire.Encoder(met).write([inner, {"a": inner}])
    read: list[Any] = []
    outer = wire.Decoder(_written(wire.Encoder([]), [inner, {"a": inner}]), read).read()

    assert [type(one) for one in met] == [list, list, dict] and met[1] is inner
    assert read[0] is outer and read[1] is outer[0] is outer[1]["a"] and read[2] is outer[1]


def _written(encoder: wire.Encoder, value: Any) -> bytes:
    encoder.write(value)
    return encoder.data()


def test_without_mutables_everything_is_a_copy() -> None:
    items = [1]
    one, other = wire.loads(wire.dumps([items, items]))

    assert one == other == [1] and one is not other


def test_those_that_are_given_are_known_from_the_start_and_no_others_are_added() -> None:
    given, new = [1], [2]
    known: list[Any] = [given]
    message = _written(wire.Encoder(known, register=False), (given, new, new))

    assert message == b"U" + u32(3) + b"R" + u32(0) + wire.dumps(new) * 2
    assert known == [given]
    first, second, third = wire.Decoder(message, known, register=False).read()
    assert first is given and second == third == [2] and second is not third and known == [given]


def test_the_contents_of_a_known_object_are_itself_and_no_reference() -> None:
    array, table = np.zeros(1), {"a": 1}
    table["w"] = array  # type: ignore[assignment]
    known: list[Any] = [array, table]
    encoder = wire.Encoder(known, register=False)
    encoder.write_contents(table)
    encoder.write(table)

    assert encoder.data() == b"M" + u32(2) + wire.dumps("a") + wire.dumps(1) + wire.dumps("w") + b"R" + u32(
        0
    ) + b"R" + u32(1)


# --- what is refused, each for its own reason ---------------------------------------------------------------------

END = "a value runs past the end of the message"
ONE = b"\x01"


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (b"", "unknown tag, or the end of the message"),
        (b"Z", "unknown tag, or the end of the message"),
        (b"NN", "bytes follow the value"),
        (b"I" + b"\xff" * 8 + b"\x01", "an integer is too large"),
        (b"I" + bytes(8) + b"\xff", "an integer is too large"),
        (b"S" + u32(65537) + b"x" * 65537, "a text is too long"),
        (b"S" + u32(16385) + b"x" * 16385, "a text is too long"),
        (b"M" + u32(5001) + b"NN" * 5001, "a dict of too many keys"),
        (b"M" + u32(1) + b"I" + (1 << 60).to_bytes(9, "little") + b"N", "a key is not plain"),
        (b"A" + bytes([11, 16]) + u64(0, *[1 << 26] * 15), "an array is too large"),
        (b"I" + ONE, END),
        (b"I\0\0\0", END),
        (b"D" + bytes(7), END),
        (b"C" + bytes(15), END),
        (b"S" + u32(2) + b"x", END),
        (b"S" + u32(1) + b"\xff", "a text is not UTF-8"),
        (b"B" + u64(2) + b"x", END),
        (b"B" + bytes(7), END),
        (b"B" + u64(1 << 63) + b"x", END),
        (b"L" + u32(1), "a container claims more items than the message has bytes"),
        (b"U" + u32(2) + b"N", "a container claims more items than the message has bytes"),
        (b"M" + u32(1), "a container claims more items than the message has bytes"),
        (b"M" + u32(1) + b"N", "unknown tag, or the end of the message"),
        (b"M" + u32(1) + b"L" + u32(0) + b"N", "a key is not plain"),
        (b"M" + u32(1) + b"U" + u32(0) + b"N", "a key is not plain"),
        (b"M" + u32(1) + b"G" + bytes([11]) + bytes(8) + b"N", "a key is not plain"),
        (b"G" + bytes([14]) + bytes(16), "unknown dtype"),
        (b"G" + bytes([11]) + bytes(7), END),
        (b"G", END),
        (b"A" + bytes([14, 0]), "unknown dtype"),
        (b"A" + bytes([11, 17]) + u64(*[1] * 17) + bytes(8), "too many dimensions"),
        (b"A" + bytes([11, 1]) + u64(2) + bytes(15), END),
        (b"A" + bytes([11, 2]) + u64(1) + bytes(7), END),
        (b"A" + bytes([11, 1]) + u64((64 << 20) + 1), "an array is too large"),
        (b"A" + bytes([11, 2]) + u64(0, (64 << 20) + 1), "an array is too large"),
        (b"R" + u32(0), "a reference points nowhere"),
        (b"H" + u32(0) + b"N", "a text was expected"),
        (b"XN", "a text was expected"),
        (b"XS" + u32(0) + b"N", "a text was expected"),
        ((b"M" + u32(1)) * 32 + b"M" + u32(0), "a key is not plain"),
        ((b"M" + u32(1)) * 5000 + b"N", "a key is not plain"),
        (b"XS" + u32(0) + b"S" + u32(0) + b"N", "a function's constants are not a dict"),
        (b"XS" + u32(0) + b"S" + u32(0) + b"L" + u32(0), "a function's constants are not a dict"),
        (b"L" + u32(wire.MAX_VALUES) + b"N" * wire.MAX_VALUES, "too many values, or nested too deeply"),
        ((b"L" + u32(1)) * 33 + b"N", "too many values, or nested too deeply"),
        ((b"L" + u32(1)) * 34 + b"O" + u32(0), "too many values, or nested too deeply"),
        ((b"U" + u32(1)) * 33 + b"N", "too many values, or nested too deeply"),
        ((b"U" + u32(1)) * 34 + b"O" + u32(0), "too many values, or nested too deeply"),
        ((b"M" + u32(1) + b"N") * 33 + b"N", "too many values, or nested too deeply"),
        ((b"M" + u32(1) + b"N") * 34 + b"O" + u32(0), "too many values, or nested too deeply"),
        ((b"XS" + u32(0) + b"S" + u32(0)) * 34 + b"N", "too many values, or nested too deeply"),
    ],
)
def test_each_way_of_being_no_message_is_refused(message: bytes, why: str) -> None:
    with pytest.raises(wire.WireError) as caught:
        wire.loads(message)
    assert str(caught.value) == why


@pytest.mark.parametrize(
    "message",
    [
        b"I" + bytes(9),
        b"A" + bytes([11, 16]) + u64(*[1] * 16) + bytes(8),
        b"A" + bytes([11, 2]) + u64(0, 64 << 20),
        b"L" + u32(wire.MAX_VALUES - 1) + b"N" * (wire.MAX_VALUES - 1),
        (b"L" + u32(1)) * 32 + b"N",
        (b"L" + u32(1)) * 33 + b"O" + u32(0),
        (b"U" + u32(1)) * 32 + b"N",
        (b"U" + u32(1)) * 33 + b"O" + u32(0),
        (b"M" + u32(1) + b"N") * 32 + b"N",
        (b"M" + u32(1) + b"N") * 33 + b"O" + u32(0),
        (b"XS" + u32(0) + b"S" + u32(0) + b"M" + u32(1) + b"N") * 16 + b"N",
    ],
)
def test_what_is_just_within_the_limits_is_read(message: bytes) -> None:
    wire.loads(message)


def test_a_reference_beyond_those_known_is_refused() -> None:
    known: list[Any] = [[1]]

    assert wire.Decoder(b"R" + u32(0), known).read() is known[0]
    with pytest.raises(wire.WireError, match="points nowhere"):
        wire.Decoder(b"R" + u32(1), known).read()
    with pytest.raises(wire.WireError, match=END):
        wire.Decoder(b"R\0\0\0", known).read()


def test_a_key_may_stand_in_a_dict_twice_and_the_last_counts() -> None:
    assert wire.loads(b"M" + u32(2) + (b"S" + u32(1) + b"a") + b"T" + (b"S" + u32(1) + b"a") + b"F") == {"a": False}


def test_names_of_types_are_cut() -> None:
    name = b"n" * 150

    assert wire.loads(b"O" + u32(150) + name) == wire.Opaque("n" * 100)
    assert wire.loads(b"H" + u32(1) + b"S" + u32(150) + name) == wire.Handle(1, "n" * 100)


def test_an_array_that_was_read_can_be_written_to() -> None:
    for array in (np.zeros(2), np.zeros(2, bool)):
        read = wire.loads(wire.dumps(array))
        read[0] = 1
        assert read.tolist() == [1, 0]


def test_a_strange_byte_in_a_truth_value_is_true() -> None:
    assert wire.loads(b"G\0\x07") is np.True_ and wire.loads(b"G\0\0") is np.False_


def test_a_key_of_a_subclass_is_looked_at_once() -> None:
    """In a range of so many numbers anything but a plain integer is looked for one by one."""

    class Whole(int):
        pass

    assert wire.loads(wire.dumps({Whole(7): 1.0, Whole(1 << 60): 2.0})) == {7: 1.0, str(1 << 60): 2.0}
