"""Comparison: what is the same passes, and every hole of np.allclose is closed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.checks.compare import compare, deviation
from grader.sandbox.inside.wire import Opaque

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
    assert difference.path == "W"
    assert difference.text.en == "W: at [1, 1] expected 4, got 9; 1 of 4 values differ (allowed 4e-06)"
    assert "9*" in difference.detail.en and "期待する値は 4" in difference.text.ja


def test_truth_values_are_compared_as_such() -> None:
    one, other = np.array([True, False]), np.array([True, True])

    assert compare(one, one, 1e-5) is None
    found = compare(one, other, 1e-5)
    assert found is not None and found.kind == "values"
    assert deviation(one, other, 1e-5) > 1
