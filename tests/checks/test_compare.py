"""Comparison: what is the same passes, and every hole of np.allclose is closed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.checks.compare import (
    ABSOLUTE_FLOOR,
    FLOAT32_FLOOR,
    allowance,
    compare,
    deviation,
    grid,
    has_nan,
    leaves,
    values_agree,
)
from grader.checks.lab import Lab
from grader.checks.places import named
from grader.sandbox.inside.interpreter import Interpreter
from grader.sandbox.inside.wire import Handle, Opaque

RTOL = 1e-6
finite = st.floats(-1e6, 1e6)
arrays = hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=3, max_side=5), elements=finite)


def kind(got: Any, expected: Any, rtol: float = RTOL) -> str | None:
    difference = compare(got, expected, rtol)
    return difference.kind if difference else None


@given(arrays)
def test_an_array_agrees_with_itself_and_its_float32(array: Any) -> None:
    assert kind(array.copy(), array) is None
    assert kind(array.astype(np.float32), array) is None


@given(arrays, st.data())
def test_one_entry_wrong_by_a_thousandth_is_seen(array: Any, data: st.DataObject) -> None:
    wrong = array.copy()
    index = tuple(data.draw(st.integers(0, n - 1)) for n in array.shape)
    wrong[index] += 1e-3 * (np.max(np.abs(array)) + 1e-3)
    assert kind(wrong, array) == "values"
    assert kind(array, wrong) == "values"


# np.allclose calls each of these pairs close (their rule is |got - expected| <= atol + rtol * |expected|, with broadcasting)
@pytest.mark.parametrize(
    ("got", "expected", "why"),
    [
        (np.zeros(0), np.array([1.0]), "shape"),
        (np.zeros((0, 3)), np.ones((1, 3)), "shape"),
        (1.0, np.ones((3, 3)), "type"),
        (np.ones((3, 1)), np.ones((3, 4)), "shape"),
        (np.zeros(0), 1.0, "type"),
        (np.array([1e300]), np.array([1.0]), "values"),
    ],
)
def test_the_holes_of_allclose_are_closed(got: Any, expected: Any, why: str) -> None:
    assert kind(got, expected) == why


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_fails(bad: float) -> None:
    assert kind(np.array([1.0, bad]), np.array([1.0, 2.0])) == "finite"
    assert kind(bad, 2.0) == "finite"


def test_the_tolerance_follows_the_reference_not_the_answer() -> None:
    assert kind(np.array([1e300]), np.array([1.0]), rtol=1.0) == "values"


def test_numbers_that_differ_are_told() -> None:
    assert kind(2.0, 1.0) == "values" and kind(np.float64(2.0), np.array(1.0)) == "values"


def test_an_expected_infinity_wants_the_same_infinity() -> None:
    assert kind(np.array([np.inf, 1.0]), np.array([np.inf, 1.0])) is None
    assert kind(np.array([-np.inf, 1.0]), np.array([np.inf, 1.0])) == "values"
    assert kind(np.array([1e308, 1.0]), np.array([np.inf, 1.0])) == "values"


@pytest.mark.parametrize("got", [2.0, 2, np.float64(2.0), np.float32(2.0), np.array(2.0), np.int64(2)])
def test_a_number_is_a_number_however_it_is_wrapped(got: Any) -> None:
    assert kind(got, 2.0) is None


@pytest.mark.parametrize(
    ("got", "expected", "why"),
    [
        (np.array([1, 2]), np.array([1.0, 2.0]), "dtype"),
        (np.array([True]), np.array([1]), "dtype"),
        (np.array([1.0 + 0j]), np.array([1.0]), "dtype"),
        ([1.0, 2.0], np.array([1.0, 2.0]), "type"),
        (None, np.array([1.0]), "type"),
        (Opaque("Liar"), 1.0, "type"),
        ({"a": 1.0}, {"a": 1.0, "b": 2.0}, "keys"),
        ((1.0,), (1.0, 2.0), "length"),
        ("yes", "no", "values"),
        (np.array([[1.0], [2.0]]), np.array([1.0, 2.0]), "shape"),
    ],
)
def test_what_differs_is_named_in_order(got: Any, expected: Any, why: str) -> None:
    assert kind(got, expected) == why


def test_a_list_and_a_tuple_are_the_same() -> None:
    assert kind([1.0, np.ones(2)], (1.0, np.ones(2))) is None


def test_entries_that_cancel_are_held_to_the_scale_of_their_array() -> None:
    assert kind(np.array([1e-9, 1.0]), np.array([0.0, 1.0])) is None
    assert kind(np.array([1e-5, 1.0]), np.array([0.0, 1.0])) == "values"


def test_the_message_says_expected_got_where_how_many_and_the_allowance() -> None:
    difference = compare({"W": np.array([[1.0, 2.0], [3.0, 9.0]])}, {"W": np.array([[1.0, 2.0], [3.0, 4.0]])}, RTOL)
    assert difference is not None
    assert difference.place == ("W",)
    assert difference.text.en == "W: at [1, 1] expected 4, got 9; 1 of 4 values differ (allowed 4e-06)"
    assert "9*" in difference.detail.en and "期待する値は 4" in difference.text.ja


def test_truth_values_are_compared_as_such() -> None:
    one, other = np.array([True, False]), np.array([True, True])

    assert compare(one, one, 1e-5) is None
    found = compare(one, other, 1e-5)
    assert found is not None and found.kind == "values"
    assert deviation(one, other, 1e-5) > 1


# --- what is said -------------------------------------------------------------------------------------------------

A = np.array


def told(got: Any, expected: Any, rtol: float = RTOL) -> tuple[str, str, str, str]:
    """Kind, path, text and detail of a difference."""
    difference = compare(got, expected, rtol)
    assert difference is not None
    return difference.kind, named(difference.place, {}).en, difference.text.en, difference.detail.en


@pytest.mark.parametrize(
    ("got", "expected", "said"),
    [
        (Opaque("set"), A([1.0, 2.0]), "an unsupported type, set, for an array of shape (2,)"),
        (Handle(3, "Layer"), None, "an unsupported type, Layer, for None"),
        (Opaque("set"), {"a": 1}, "an unsupported type, set, for a dict"),
        (Opaque("set"), (1, 2), "an unsupported type, set, for a list or tuple"),
        (Opaque("set"), "x", "an unsupported type, set, for a string"),
        (Opaque("set"), b"x", "an unsupported type, set, for bytes"),
        (Opaque("set"), 1.0, "an unsupported type, set, for a number"),
        (None, 1.0, "expected a number, got None"),
        ("x", None, "expected None, got a string"),
        (1.0, "x", "expected a string, got a number"),
        (A(1.0), A([1.0]), "expected an array of shape (1,), got a number"),
        ([1.0], {"a": 1}, "expected a dict, got a list or tuple"),
        (A([1.0]), {"a": 1}, "expected a dict, got an array of shape (1,)"),
        (b"x", 1, "expected a number, got bytes"),
        (A([[1.0, 2.0]]), 1.0, "expected a number, got an array of shape (1, 2)"),
        ((1.0, 2.0), A([1.0, 2.0]), "expected an array of shape (2,), got a list or tuple"),
    ],
)
def test_another_type_is_told(got: Any, expected: Any, said: str) -> None:
    assert told(got, expected) == ("type", "", said, "")
    assert told([got], [expected])[1:3] == ("result 1", f"result 1: {said}")


def test_an_object_that_stays_with_the_answer_is_no_value() -> None:
    class Layer: ...

    lab: Any = Lab(Interpreter({"Layer": Layer}, {}, "").carry_out, {"Layer": frozenset()})

    assert told(lab.Layer(), 1.0) == ("type", "", "an unsupported type, Layer, for a number", "")


@pytest.mark.parametrize(
    ("got", "expected", "kind", "said"),
    [
        ({"a": 1, "c": 1, "d": 2}, {"a": 1, "b": 2}, "keys", "missing keys: 'b'; unexpected keys: 'c', 'd'"),
        ({"a": 1}, {"a": 1, "b": 2, "e": 3}, "keys", "missing keys: 'b', 'e'"),
        ({"a": 1, "b": 2, "e": 1}, {"a": 1}, "keys", "unexpected keys: 'b', 'e'"),
        ([1, 2, 3], [1], "length", "expected 1 values, got 3"),
        ("yes", "no", "values", "expected 'no', got 'yes'"),
        (b"yes", b"no", "values", "expected b'no', got b'yes'"),
        (1.5, 2, "dtype", "dtype float64, expected integers"),
        (True, 1.0, "dtype", "dtype bool, expected floats"),
        (np.inf, 2.0, "finite", "not finite: inf at the value, expected 2"),
        (3.0, 2.0, "values", "expected 2, got 3 (allowed 2e-06)"),
        (3, 2, "values", "expected 2, got 3"),
        (np.float32(3.0), 2.0, "values", "expected 2, got 3 (allowed 0.0004)"),
        (1 / 3, 2 / 3, "values", "expected 0.666667, got 0.333333 (allowed 7e-07)"),
    ],
)
def test_what_has_no_grid_is_told_in_a_sentence(got: Any, expected: Any, kind: str, said: str) -> None:
    assert told(got, expected) == (kind, "", said, "")


@pytest.mark.parametrize(
    ("got", "expected", "kind", "said", "expected_grid", "got_grid"),
    [
        (A([1.0, 2.0, 3.0]), A([[1.0, 2.0]]), "shape", "shape (3,), expected (1, 2)", "  1  2", "  1  2  3"),
        (A([1, 2]), A([1.0, 2.0]), "dtype", "dtype int64, expected floats", "  1  2", "  1   2 "),
        (A([True]), A([1.0]), "dtype", "dtype bool, expected floats", "  1", "  True "),
        (A([1.0]), A([True]), "dtype", "dtype float64, expected booleans", "  True", "  1 "),
        (A([1.0]), A([1]), "dtype", "dtype float64, expected integers", "  1", "  1 "),
        (A([1.0]), A([1], np.uint8), "dtype", "dtype float64, expected integers", "  1", "  1 "),
        (A([1.0]), A([1j]), "dtype", "dtype float64, expected complex numbers", "  0+1j", "  1*"),
        (A([1.0, np.nan]), A([1.0, 2.0]), "finite", "not finite: nan at [1], expected 2", "  1  2", "    1   nan*"),
        (
            A([[1.0, np.inf], [np.nan, 2.0]]), A([[1.0, 2.0], [3.0, 4.0]]), "finite", "not finite: inf at [0, 1], expected 2",
            "  1  2\n  3  4", "    1   inf*\n  nan*    2*",
        ),
        (A([1.0, 5.0]), A([1.0, 2.0]), "values", "at [1] expected 2, got 5; 1 of 2 values differ (allowed 2e-06)", "  1  2", "  1   5*"),
        (
            A([7.0, 5.0]), A([1.0, 2.0]), "values", "at [0] expected 1, got 7; 2 of 2 values differ, by at most 6 (allowed 1e-06)",
            "  1  2", "  7*  5*",
        ),
        (A([3, 5]), A([2, 5]), "values", "at [0] expected 2, got 3; 1 of 2 values differ", "  2  5", "  3*  5 "),
        (
            A([True, False]), A([True, True]), "values", "at [1] expected True, got False; 1 of 2 values differ",
            "  True  True", "   True   False*",
        ),
        (A([1 + 1j]), A([2 + 1j]), "values", "at [0] expected 2+1j, got 1+1j; 1 of 1 values differ (allowed 2e-06)", "  2+1j", "  1+1j*"),
        (
            A([np.inf, 1.0]), A([-np.inf, 1.0]), "values", "at [0] expected -inf, got inf; 1 of 2 values differ (allowed 1e-07)",
            "  -inf     1", "  inf*    1 ",
        ),
        (
            A([1.0, 1.0]), A([np.inf, 5.0]), "values", "at [1] expected 5, got 1; 2 of 2 values differ, by at most 4 (allowed 6e-06)",
            "  inf    5", "  1*  1*",
        ),
        (A([]), A([[]]), "shape", "shape (0,), expected (1, 0)", "  (empty)", "  (empty)"),
        (
            A([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]), A([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 9.0]]]),
            "values", "at [1, 1, 1] expected 9, got 8; 1 of 8 values differ (allowed 1e-05)",
            "  1  2\n  3  4\n  5  6\n  7  9", "  1   2 \n  3   4 \n  5   6 \n  7   8*",
        ),
    ],
)  # fmt: skip
def test_small_arrays_are_told_side_by_side(
    got: Any, expected: Any, kind: str, said: str, expected_grid: str, got_grid: str
) -> None:
    assert told(got, expected) == (kind, "", said, f"expected\n{expected_grid}\ngot\n{got_grid}")


def test_arrays_of_more_entries_are_not() -> None:
    zeros = np.zeros(24)

    assert told(zeros, zeros + 1)[3] != "" and told(np.zeros(25), np.ones(25))[3] == ""
    assert told(zeros, np.zeros(25))[3] == told(np.zeros(25), zeros)[3] == ""


def test_the_path_leads_to_where_it_differs() -> None:
    one = {"a": {"b": [1.0, (2.0, 3.0)]}, "c": 4.0}

    assert told({"a": {"b": [1.0, (2.0, 9.0)]}, "c": 4.0}, one)[1:3] == (
        "a: b: result 2: result 2", "a: b: result 2: result 2: expected 3, got 9 (allowed 3e-06)",
    )  # fmt: skip
    assert told({"a": {"b": [1.0]}, "c": 4.0}, one)[1:3] == ("a: b", "a: b: expected 2 values, got 1")
    assert told({"a": one["a"], "c": 5.0}, one)[1] == "c"
    assert told({"a": {}, "c": 4.0}, one)[1:3] == ("a", "a: missing keys: 'b'")
    assert told({1: "x"}, {1: "y"})[1] == "1"


def test_long_words_are_cut() -> None:
    cut = "'" + "x" * 100 + "'…"
    assert compare("x" * 900, "y", RTOL).text.en == f"expected 'y', got {cut}"  # type: ignore[union-attr]
    assert compare({"x" * 900: 1}, {}, RTOL).text.en == f"unexpected keys: {cut}"  # type: ignore[union-attr]
    ten = ", ".join(map(str, range(10)))
    many = compare(dict.fromkeys(range(11)), {}, RTOL)
    assert many and many.text.en == f"unexpected keys: {ten}, …"


def test_the_worst_entry_is_shown_and_not_one_that_is_good() -> None:
    assert told(A([1.0, 2.0, 3.5]), A([1.0, 2.5, 3.0]))[2].startswith("at [1]")
    assert told(A([0.0, 2.0, 4.0]), A([0.0, 2.5, 3.0]))[2].startswith(
        "at [2] expected 3, got 4; 2 of 3 values differ, by at most 1 "
    )
    assert told(A([1e9 + 0.5, 1.0]), A([1e9, np.inf]))[2].startswith("at [1]")
    assert told(A([np.inf, 1.0]), A([-np.inf, 1.5]))[2].startswith("at [1] expected 1.5, got 1; 2 of 2")
    assert told(A([np.inf, 1.0]), A([np.inf, 2.0]))[2].startswith("at [1] expected 2, got 1; 1 of 2")


# --- what agrees --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (A([1.0, 2.0]), (1.0, 2.0)),
        (A([[1.0], [2.0]]), [A([1.0]), A([2.0])]),
        (0, 0.0),
        (np.uint8(1), 1.0),
        (A([1], np.uint8), A([1])),
        (A([1], np.int16), A([1], np.uint64)),
        (A([-0.0]), A([0.0])),
        (None, None),
        ("x", "x"),
        (b"x", b"x"),
        ({}, {}),
        ([], ()),
        (np.zeros((0, 3)), np.ones((0, 3))),
        (1 + 1j, np.complex64(1 + 1j)),
        (True, np.bool_(True)),
        (A([np.nan, 1.0]), A([np.nan, 1.0])),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ],
)
def test_what_is_the_same(got: Any, expected: Any) -> None:
    assert kind(got, expected) is None


@pytest.mark.parametrize(
    ("got", "expected", "why"),
    [
        (np.float32(0), 0, "dtype"),
        (1, True, "dtype"),
        (1, 1j, "dtype"),
        (1.0, A([1], np.uint8)[0], "dtype"),
        (A([0]), A([0.0]), "dtype"),
        (A([1.0, 2.0]), (1.0, 2.0, 3.0), "length"),
        (A([1.0, 2.5]), (1.0, 2.0), "values"),
        (A(1.0), (1.0,), "type"),
        (A([np.nan, 1.0]), A([1.0, np.nan]), "values"),
        (A([1.0, 1.0]), A([np.nan, 1.0]), "values"),
        (A([2.0, np.nan]), A([np.inf, 2.0]), "values"),
        (False, None, "type"),
        ("1", 1, "type"),
    ],
)
def test_what_is_not(got: Any, expected: Any, why: str) -> None:
    assert kind(got, expected) == why


# --- tolerance ----------------------------------------------------------------------------------------------------


def test_the_allowance_is_relative_to_the_entry_and_a_tenth_of_the_greatest() -> None:
    assert allowance(A([0.0, 0.0, 0.0]), A([0.0, -2.0, 8.0]), 1e-3) == pytest.approx(A([0.8e-3, 2.8e-3, 8.8e-3]))
    assert allowance(A(0.0), A(-4.0), 1e-3) == pytest.approx(4.4e-3)


def test_beside_zeros_there_is_a_floor() -> None:
    assert allowance(A([0.0]), A([0.0]), 1e-3) == ABSOLUTE_FLOOR == 1e-10
    assert allowance(A([0.0], np.float32), A([0.0]), 1e-3) == FLOAT32_FLOOR == 1e-6
    assert allowance(A([]), A([]), 1e-3).shape == (0,)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.complex64])
def test_a_coarse_answer_is_held_to_its_accuracy(dtype: Any) -> None:
    got, expected = A([1.0], dtype), A([1.0])

    assert allowance(got, expected, 1e-6) == pytest.approx(2e-4 * 1.1 + 1e-6)
    assert allowance(got, expected, 1e-2) == pytest.approx(1e-2 * 1.1 + 1e-6)
    assert allowance(got.astype(np.complex128), expected, 1e-6) == pytest.approx(1.1e-6 + 1e-10)


def test_what_is_not_finite_widens_no_allowance() -> None:
    assert allowance(A([0.0, 0.0]), A([np.inf, 1.0]), 1e-3) == pytest.approx(A([0.1e-3, 1.1e-3]))


def test_the_allowance_itself_is_still_allowed() -> None:
    assert values_agree(A([1.5]), A([1.0]), (0.5 - 1e-10) / 1.1).all()
    assert values_agree(A([0.0, 1.0]), A([0.0, 2.0]), 1e-3).tolist() == [True, False]
    assert values_agree(A([np.inf, -np.inf, np.nan, 1.0]), A([np.inf, np.inf, np.nan, np.nan]), 1.0).tolist() == [
        True,
        False,
        True,
        False,
    ]
    assert values_agree(A([True, False]), A([1.0, 1.0]), 2.0).tolist() == [True, True]


# --- deviation, leaves, NaN, grid ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected", "wide"),
    [
        (1.0, 1.0, 0.0),
        (A([1.0, 2.0]), A([1.0, 2.0]), 0.0),
        (2.0, 1.0, 1 / (1.1e-3 + 1e-10)),
        (A([1.0, 3.0]), A([1.0, 2.0]), 1 / (2.2e-3 + 1e-10)),
        ({"a": [1.0, 3.0], "b": 1.0}, {"a": [1.0, 2.0], "b": 1.0}, 1 / (2.2e-3 + 1e-10)),
        (A([0.0, np.inf]), A([1.0, np.inf]), 1 / (1.1e-3 + 1e-10)),
        (A([]), A([]), 0.0),
        (A([np.inf]), A([np.inf]), 0.0),
        (A([1j]), A([2j]), 1 / (2.2e-3 + 1e-10)),
        ("x", "x", 0.0),
        ("x", "y", np.inf),
        (None, 1.0, np.inf),
        (A([1.0]), A([1.0, 2.0]), np.inf),
        (A([np.nan]), A([1.0]), np.inf),
    ],
)
def test_a_deviation_is_in_units_of_what_is_allowed(got: Any, expected: Any, wide: float) -> None:
    assert deviation(got, expected, 1e-3) == pytest.approx(wide)


def test_leaves_are_pairs_in_the_same_place() -> None:
    array = A([1.0, 2.0])
    got = {"a": [1, (2.0, "x")], "b": array, "d": 1, "g": A([5.0, 6.0])}
    expected = {"a": (3, [4.0, "x"]), "b": array + 1, "c": 1, "d": "x", "g": (7.0, 8.0, 9.0)}

    found = list(leaves(got, expected))

    assert [place for place, _, _ in found] == [("a", 0), ("a", 1, 0), ("b",), ("g", 0), ("g", 1)]
    assert found[0][1:] == (1, 3) and found[1][1:] == (2.0, 4.0) and found[2][1] is array
    assert [place for place, _, _ in leaves({"x": {"y": 1.0}}, {"x": {"y": 2.0}})] == [("x", "y")]
    assert list(leaves(np.float32(1), 2)) == [((), np.float32(1), 2)]
    assert list(leaves([1.0], 1.0)) == list(leaves(1.0, [1.0])) == list(leaves({"a": 1}, [1])) == []
    assert list(leaves({0: 5}, [0])) == list(leaves([0], {0: 5})) == []


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        (np.nan, True), (1.0, False), (A([1.0, np.nan]), True), (A([1.0]), False), ({"a": [1, (np.nan,)]}, True), ({"a": [1]}, False),
        (complex(0, np.nan), True), (np.float32(np.nan), True), (None, False), ("nan", False), (3, False), (A([1]), False),
        (Opaque("nan"), False), (Handle(1, "nan"), False), ([], False), ([np.nan, 1.0], True),
    ],
)  # fmt: skip
def test_a_nan_is_found_wherever_it_stands(value: Any, holds: bool) -> None:
    assert has_nan(value) is holds


def test_a_grid_is_aligned_rows() -> None:
    assert grid(A([[1.0, -22.5], [0.333333333, 1e-9]])) == "         1     -22.5\n  0.333333     1e-09"
    assert grid(A([1.0, 2.0]), A([True, False])) == "  1*  2 "
    assert grid(A(3.0)) == "  3"
    assert grid(np.zeros((2, 0))) == "  (empty)"
    assert grid(A([[True], [False]])) == "   True\n  False"
