"""The gradient checker is itself checked: with derivatives slightly wrong, at kinks, and vacuous."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks.declare import gradient_check
from grader.checks.draw import LEVELS, Draw
from grader.checks.gradient import (
    GradientRun,
    ThreeWay,
    audit,
    directional_derivative,
    explain,
    is_derivative,
    run,
    uses_upstream,
)
from grader.checks.lab import Lab
from grader.errors import AuthorError
from grader.sandbox.inside.interpreter import Interpreter


def layer_lab(scale: float = 1.0, forward_scale: float = 1.0, at: tuple[int, int] = (0, 0)) -> Lab:
    """A layer y = tanh(x) W whose dW is wrong by `scale` at one entry."""

    class Layer:
        def __init__(self, W: Any) -> None:
            self.W = W

        def forward(self, x: Any) -> Any:
            self.h = np.tanh(x)
            return forward_scale * (self.h @ self.W)

        def backward(self, dout: Any) -> Any:
            self.dW = forward_scale * (self.h.T @ dout)
            self.dW[at] *= scale
            return forward_scale * (dout @ self.W.T) * (1 - self.h**2)

    interpreter = Interpreter({"Layer": Layer}, {}, "")
    return Lab(interpreter.carry_out, {"Layer": frozenset(["forward", "backward"])})


@gradient_check(points=1, en="e", ja="j")
def layer(lab: Any, draw: Draw) -> Any:
    n, d, m = draw.sizes("N D M")
    at = {"x": draw.normal(n, d), "W": draw.normal(d, m)}

    def forward(lab: Any, x: Any, W: Any) -> Any:
        return lab.Layer(W).forward(x)

    def gradients(lab: Any, dout: Any, x: Any, W: Any) -> Any:
        one = lab.Layer(W)
        one.forward(x)
        return {"x": one.backward(dout), "W": one.dW}

    return at, forward, gradients


seeds = st.integers(0, 2**32)


@given(seeds, st.integers(0, LEVELS - 1))
def test_a_right_gradient_is_never_accused(seed: int, level: int) -> None:
    lab = layer_lab()
    audit(run(layer, lab, Draw(seed, level)), lab, Draw(seed + 1, level))


@given(seeds, st.integers(0, LEVELS - 1))
def test_an_entry_wrong_by_a_thousandth_is_seen(seed: int, level: int) -> None:
    lab = layer_lab(scale=1.001)
    found = run(layer, lab, Draw(seed, level))
    size = abs(found.gradients["W"][0, 0]) / np.max(np.abs(found.gradients["W"]))
    if size < 0.2:  # a thousandth of nearly nothing is nothing
        return
    with pytest.raises(AuthorError, match="gradient of W"):
        audit(found, lab, Draw(seed + 1, level))


def test_a_vacuous_check_is_refused() -> None:
    @gradient_check(points=1, en="e", ja="j")
    def vacuous(lab: Any, draw: Draw) -> Any:
        at = {"x": draw.normal(3)}
        return at, lambda lab, x: float(np.sum(x * 0)), lambda lab, dout, x: {"x": 0 * x}

    lab = layer_lab()
    with pytest.raises(AuthorError, match="vacuous"):
        audit(run(vacuous, lab, Draw(1, 1)), lab, Draw(2, 1))


def test_a_kink_is_stepped_around() -> None:
    """ReLU just beside 0: the largest step straddles the kink, a smaller one does not."""
    derivative, error = directional_derivative(lambda x: float(np.maximum(x, 0)), np.asarray(2e-4), np.asarray(1.0))
    assert abs(derivative - 1.0) < 1e-6 and error < 1e-6


def test_at_a_kink_the_answer_is_unknown_not_wrong() -> None:
    lab = layer_lab()

    @gradient_check(points=1, en="e", ja="j")
    def kink(lab: Any, draw: Draw) -> Any:
        at = {"x": np.array([0.0, 1.0])}
        forward = lambda lab, x: np.maximum(x, 0)  # noqa: E731
        return at, forward, lambda lab, dout, x: {"x": dout * (x > 0)}

    found = run(kink, lab, Draw(1, 1))
    audit(found, lab, Draw(2, 1))


def verdict(student: Lab) -> ThreeWay:
    reference = run(layer, layer_lab(), Draw(5, 2))
    seen = run(layer, student, Draw(5, 2), reference.value)
    return explain(seen, student, reference, 1e-6, Draw(6, 2))


def test_the_three_way_answer() -> None:
    assert verdict(layer_lab(scale=2.0)) == "backward-wrong"
    assert verdict(layer_lab(forward_scale=2.0)) == "forward-wrong-backward-consistent"
    assert verdict(layer_lab(scale=2.0, forward_scale=3.0)) == "forward-wrong"


@pytest.mark.parametrize("claimed", [0.0, 0.5, 1.0, 7.0])
def test_exactly_at_a_kink_the_answer_is_dont_know_whatever_is_claimed(claimed: float) -> None:
    """No step serves: left and right of 0 the slopes are 0 and 1, however near."""
    x, lab = np.zeros(3), layer_lab()
    found = GradientRun({"x": x}, lambda lab, x: np.maximum(x, 0), np.ones(3), x, {"x": np.full(3, claimed)})

    assert is_derivative(found, lab, "x", found.gradients["x"], Draw(4, 1)) is None
    audit(found._replace(gradients={"x": np.ones(3)}), lab, Draw(4, 1))  # nobody is accused


def test_beside_a_kink_the_answer_is_known() -> None:
    x, lab = np.ones(3), layer_lab()
    found = GradientRun({"x": x}, lambda lab, x: np.maximum(x, 0), np.ones(3), x, {"x": np.ones(3)})

    assert is_derivative(found, lab, "x", np.ones(3), Draw(4, 1)) is True
    assert is_derivative(found, lab, "x", np.full(3, 0.5), Draw(4, 1)) is False


# --- what is driven ------------------------------------------------------------------------------------------------


def scripted(at: dict[str, Any], forward: Any, gradients: Any) -> Any:
    """A gradient check of one scenario."""

    @gradient_check(points=1, en="e", ja="j")
    def scenario(lab: Any, draw: Draw) -> Any:
        return at, forward, gradients

    return scenario


def test_a_run_keeps_what_it_saw_and_hands_over_copies() -> None:
    """The answer overwrites whatever it is given; forward, backward and the record still see the same arrays."""
    x, W = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    seen: list[tuple[str, list[float]]] = []

    def forward(lab: Any, x: Any, W: Any) -> Any:
        seen.append(("forward", [*x, *W]))
        result = x * W
        x[:] = W[:] = 0
        return result

    def gradients(lab: Any, dout: Any, x: Any, W: Any) -> Any:
        seen.append(("backward", [*x, *W]))
        found = {"x": dout * W, "W": dout * x}
        dout[:] = x[:] = W[:] = 0
        return found

    check = scripted({"x": x, "W": W}, forward, gradients)
    lab = layer_lab()
    found = run(check, lab, Draw(1, 1))

    assert seen == [("forward", [1, 2, 3, 4])] * 2 + [("backward", [1, 2, 3, 4])]
    assert found.at == {"x": x, "W": W} and found.at["x"] is x and found.value.tolist() == [3, 8]
    assert found.forward is forward and found.upstream.shape == (2,)
    assert found.gradients["x"].tolist() == (found.upstream * W).tolist()


def test_the_upstream_takes_the_references_shape_and_the_answer_runs_once() -> None:
    calls = []

    def forward(lab: Any, x: Any) -> Any:
        calls.append(1)
        return 1.0

    check = scripted({"x": np.ones(2)}, forward, lambda lab, dout, x: {"x": dout})

    seen = run(check, layer_lab(), Draw(1, 1), like=np.zeros((3, 4)))

    assert seen.upstream.shape == (3, 4) and seen.value == 1.0 and len(calls) == 1


@pytest.mark.parametrize(
    ("like", "shape"),
    [
        (2.5, float),
        (np.float64(2.5), float),
        (np.zeros((2, 3)), (2, 3)),
        ((np.zeros(2), 1.0), [(2,), float]),
        ([np.zeros(2), (np.zeros(3), 1.0)], [(2,), [(3,), float]]),
    ],
)
def test_an_upstream_has_the_form_of_the_result(like: Any, shape: Any) -> None:
    check = scripted({"x": np.ones(1)}, lambda lab, x: like, lambda lab, dout, x: {"x": x})

    def form(value: Any) -> Any:
        if isinstance(value, tuple):
            return [form(item) for item in value]
        return value.shape if isinstance(value, np.ndarray) else type(value)

    one, other = (run(check, layer_lab(), Draw(seed, 1)).upstream for seed in (1, 2))
    assert form(one) == shape and repr(one) != repr(other)


def test_the_reference_and_the_answer_get_the_same_upstream() -> None:
    check = scripted({"x": np.ones(2)}, lambda lab, x: x * 2, lambda lab, dout, x: {"x": dout})

    reference = run(check, layer_lab(), Draw(3, 1))
    answer = run(check, layer_lab(), Draw(3, 1), like=reference.value)

    assert reference.upstream.tolist() == answer.upstream.tolist() == reference.gradients["x"].tolist()


# --- the reference is looked at ------------------------------------------------------------------------------------


def test_a_reference_with_one_gradient_of_zeros_is_not_vacuous() -> None:
    check = scripted(
        {"x": np.ones(2), "b": np.ones(2)}, lambda lab, x, b: x * 2, lambda lab, dout, x, b: {"b": 0 * b, "x": dout * 2}
    )

    audit(run(check, layer_lab(), Draw(1, 1)), layer_lab(), Draw(2, 1))


def test_the_gradient_that_is_wrong_is_named() -> None:
    check = scripted(
        {"x": np.ones(2), "b": np.ones(2)},
        lambda lab, x, b: x * 2 + b,
        lambda lab, dout, x, b: {"x": dout * 2, "b": dout * 2},
    )

    with pytest.raises(AuthorError) as caught:
        audit(run(check, layer_lab(), Draw(1, 1)), layer_lab(), Draw(2, 1))
    assert str(caught.value) == "the reference's gradient of b disagrees with finite differences"


def test_a_vacuous_reference_says_so() -> None:
    check = scripted({"x": np.ones(2)}, lambda lab, x: x, lambda lab, dout, x: {"x": 0 * x})

    with pytest.raises(AuthorError) as caught:
        audit(run(check, layer_lab(), Draw(1, 1)), layer_lab(), Draw(2, 1))
    assert str(caught.value) == "this gradient check is vacuous: every gradient is zero"


@pytest.mark.parametrize(
    ("gradients", "uses"),
    [
        (lambda lab, dout, x: {"x": dout * 2}, True),
        (lambda lab, dout, x: {"x": np.full(2, 2.0)}, False),
        (lambda lab, dout, x: {"x": np.full(2, 2.0), "b": dout}, True),
        (lambda lab, dout, x: {"x": np.full(2, 2.0) + 1e-9 * dout}, False),
    ],
)
def test_whether_a_gradient_depends_on_the_upstream(gradients: Any, uses: bool) -> None:
    """As `grade verify` asks; what the answer does to its arguments makes no difference."""

    def forward(lab: Any, x: Any) -> Any:
        assert x.tolist() == [1.0, 1.0]
        result = x * 2
        x[:] = 0
        return result

    def overwriting(lab: Any, dout: Any, x: Any) -> Any:
        assert x.tolist() == [1.0, 1.0] and dout.shape == (2,)
        x[:] = 0
        return gradients(lab, dout, x)

    assert uses_upstream(scripted({"x": np.ones(2)}, forward, overwriting), layer_lab(), Draw(1, 1)) is uses


# --- the three-way answer ------------------------------------------------------------------------------------------


def three_way(value: Any, gradients: dict[str, Any], forward: Any = None, rtol: float = 1e-6) -> ThreeWay:
    """Of an answer to y = 2 x + b, whose upstream is 1."""
    at = {"x": np.array([1.0, 2.0]), "b": np.array([0.5, 0.5])}
    ones = np.ones(2)
    right = 2 * at["x"] + at["b"]
    reference = GradientRun(at, lambda lab, x, b: 2 * x + b, ones, right, {"x": 2 * ones, "b": ones})
    student = GradientRun(at, forward or (lambda lab, x, b: value), ones, value, gradients)
    return explain(student, layer_lab(), reference, rtol, Draw(1, 1))


ONES, RIGHT = np.ones(2), np.array([2.5, 4.5])


@pytest.mark.parametrize(
    "gradients", [{"x": ONES, "b": ONES}, {"x": 2 * ONES, "b": 0 * ONES}, {"x": ONES, "b": 0 * ONES}, {"x": 2 * ONES}]
)
def test_where_forward_is_right_backward_is_wrong(gradients: dict[str, Any]) -> None:
    assert three_way(RIGHT, gradients) == "backward-wrong"


def times(k: float) -> Any:
    return lambda lab, x, b: k * x + b


def test_a_backward_that_is_the_derivative_of_a_wrong_forward_is_told() -> None:
    found = three_way(np.array([3.5, 6.5]), {"x": 3 * ONES, "b": ONES}, times(3))

    assert found == "forward-wrong-backward-consistent"


@pytest.mark.parametrize(
    "gradients",
    [
        {"x": 4 * ONES, "b": ONES},
        {"x": 3 * ONES, "b": 2 * ONES},
        {"b": ONES},
        {"x": "3", "b": ONES},
        {"x": [3.0, 3.0], "b": ONES},
        {"x": np.ones(3), "b": ONES},
        {"x": 2 * ONES, "b": ONES},
    ],
)
def test_else_nothing_is_said_of_backward(gradients: dict[str, Any]) -> None:
    assert three_way(np.array([3.5, 6.5]), gradients, times(3)) == "forward-wrong"


def test_a_gradient_may_be_a_number() -> None:
    at = {"x": 3.0}
    reference = GradientRun(at, lambda lab, x: 2 * x, 1.0, 6.0, {"x": 2.0})
    student = GradientRun(at, lambda lab, x: 5 * x, 1.0, 15.0, {"x": 5.0})

    assert explain(student, layer_lab(), reference, 1e-6, Draw(1, 1)) == "forward-wrong-backward-consistent"


def test_the_tolerance_is_the_checks() -> None:
    near = RIGHT * (1 + 1e-4)

    assert three_way(near, {"x": ONES, "b": ONES}, rtol=1e-2) == "backward-wrong"
    assert three_way(near, {"x": ONES, "b": ONES}, rtol=1e-6) == "forward-wrong"


# --- derivatives ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("f", "at", "slope"),
    [
        (np.sin, 0.3, np.cos(0.3)),
        (np.exp, 2.0, np.exp(2.0)),
        (lambda x: x**3, 1.5, 6.75),
        (lambda x: 5.0 * x, 2.0, 5.0),
        (lambda x: 0.0 * x, 2.0, 0.0),
        (lambda x: x**5, 10.0, 5e4),
        (lambda x: np.sin(30 * x), 0.1, 30 * np.cos(3.0)),
        (np.abs, 3e-5, 1.0),
    ],
)
def test_a_derivative_and_its_error(f: Any, at: float, slope: float) -> None:
    """Richardson's extrapolation is far better than a difference alone, and the error is no less than it says."""
    derivative, error = directional_derivative(lambda x: float(f(x)), np.asarray(at), np.asarray(1.0))

    assert abs(derivative - slope) <= 1e-9 * max(1.0, abs(slope))
    assert abs(derivative - slope) <= error <= 1e-4 * max(1.0, abs(slope))


def test_a_derivative_goes_along_the_direction_whatever_its_length() -> None:
    x, direction = np.array([1.0, 2.0, 3.0]), np.array([1.0, -1.0, 0.5])

    for length in (1e-3, 1.0, 1e3):
        derivative, _ = directional_derivative(lambda p: float(np.sum(p**2)), x, length * direction)
        assert derivative == pytest.approx(length * float(np.sum(2 * x * direction)), rel=1e-8)


def test_steps_grow_with_the_point_and_shrink_with_the_direction() -> None:
    asked: list[float] = []

    def f(x: Any) -> float:
        asked.append(float(x))
        return float(x)

    directional_derivative(f, np.asarray(100.0), np.asarray(4.0))

    assert asked == pytest.approx([100.0, 100.1, 99.9, 100.05, 99.95])


def test_a_bend_is_no_kink() -> None:
    derivative, error = directional_derivative(lambda x: float(x**2), np.asarray(1.0), np.asarray(1.0))

    assert derivative == pytest.approx(2.0, rel=1e-9) and error < 1e-8


def test_where_nothing_is_finite_nothing_is_known() -> None:
    for f in (lambda x: float("nan"), lambda x: float("inf"), lambda x: float("inf") if x else 0.0):
        assert directional_derivative(f, np.asarray(0.0), np.asarray(1.0)) == (0.0, float("inf"))


def test_a_step_that_leaves_what_is_finite_is_passed_over() -> None:
    derivative, error = directional_derivative(
        lambda x: float(x) if abs(float(x)) < 5e-4 else float("inf"), np.asarray(0.0), np.asarray(1.0)
    )

    assert derivative == pytest.approx(1.0) and error < 1e-9


def derivative_of(forward: Any, x: Any, gradient: Any, upstream: Any, seed: int = 1) -> bool | None:
    found = GradientRun({"x": x}, lambda lab, x: forward(x), upstream, forward(x), {"x": gradient})
    return is_derivative(found, layer_lab(), "x", gradient, Draw(seed, 1))


X = np.array([0.5, -1.0, 2.0])


@pytest.mark.parametrize(
    ("forward", "upstream", "gradient", "verdict"),
    [
        (np.sin, np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0]) * np.cos(X), True),
        (np.sin, np.array([1.0, 2.0, 3.0]), np.cos(X), False),
        (lambda x: (x**2, float(np.sum(x))), (ONES[:1].repeat(3), 2.0), 2 * X + 2, True),
        (lambda x: (x**2, float(np.sum(x))), (ONES[:1].repeat(3), 2.0), 2 * X, False),
        (lambda x: float(np.sum(x**2)), 3.0, 6 * X, True),
        (lambda x: float(np.sum(x**2)), 3.0, (6 * X).tolist(), True),
        (lambda x: float(np.sum(x**2)), 3.0, (6 * X)[:2], False),
        (lambda x: float(np.sum(x**2)), 3.0, (6 * X)[None], False),
        (lambda x: float(np.sum(0 * x)), 3.0, 0 * X, True),
        (lambda x: float(np.sum(0 * x)), 3.0, 0 * X + 1e-3, False),
        (np.sin, ONES[:1].repeat(3), np.cos(X) * (1 + 1e-4), False),
        (np.sin, ONES[:1].repeat(3), np.cos(X) * (1 + 1e-9), True),
        (np.sin, ONES[:1].repeat(3), np.full(3, np.nan), False),
        (lambda x: x * np.nan, ONES[:1].repeat(3), X, None),
    ],
)
def test_whether_a_gradient_is_the_derivative(forward: Any, upstream: Any, gradient: Any, verdict: bool | None) -> None:
    for seed in range(5):
        assert derivative_of(forward, X, gradient, upstream, seed) is verdict


def test_one_wrong_entry_among_many_is_seen_in_every_direction() -> None:
    gradient = np.cos(X)
    gradient[1] += 0.01

    assert [derivative_of(np.sin, X, gradient, np.ones(3), seed) for seed in range(20)] == [False] * 20


def test_directions_have_both_signs_and_no_entry_near_zero() -> None:
    """Entries that cancel along one direction do not along another."""
    gradient = np.cos(X) + np.array([1.0, -1.0, 0.0])

    assert [derivative_of(np.sin, X, gradient, np.ones(3), seed) for seed in range(20)] == [False] * 20


def test_what_the_answer_does_to_its_arguments_does_not_reach_the_next_difference() -> None:
    def forward(x: Any) -> Any:
        result = x**2
        x[:] = 7
        return result

    x = X.copy()
    found = GradientRun({"x": x, "b": ONES}, lambda lab, x, b: forward(x) + _spoil(b), np.ones(3), None, {})

    assert is_derivative(found, layer_lab(), "x", 2 * X, Draw(1, 1)) is True
    assert x.tolist() == X.tolist() and ONES.tolist() == [1.0, 1.0]


def _spoil(b: Any) -> Any:
    total = float(np.sum(b))
    b[:] = 99
    return total


def test_arguments_that_are_tuples_are_copied_too() -> None:
    pair = (np.ones(2), 3.0)
    seen = []

    def forward(lab: Any, x: Any, pair: Any) -> Any:
        seen.append(pair[0].tolist())
        pair[0][:] = 5
        return x * pair[1]

    run(
        scripted({"x": np.ones(2), "pair": pair}, forward, lambda lab, dout, x, pair: {"x": dout * pair[1]}),
        layer_lab(),
        Draw(1, 1),
    )

    assert seen == [[1.0, 1.0]] * 2 and pair[0].tolist() == [1.0, 1.0]


# --- at the edges --------------------------------------------------------------------------------------------------


class Along(Draw):
    """Draws these directions, one after the other, and then the last again."""

    def __init__(self, *directions: list[float]) -> None:
        super().__init__(1, 1)
        self._directions = list(directions)

    def signs(self, *shape: int) -> Any:
        return np.ones(shape)

    def uniform(self, low: float, high: float, *shape: int) -> Any:
        assert (low, high) == (0.5, 1.5)
        return np.array(self._directions.pop(0) if len(self._directions) > 1 else self._directions[0])


def along(f: Any, x: list[float], gradient: list[float], *directions: list[float]) -> bool | None:
    at = {"x": np.array(x)}
    found = GradientRun(at, lambda lab, x: f(x), 1.0, None, {})
    return is_derivative(found, layer_lab(), "x", np.array(gradient), Along(*directions))


def test_claimed_and_numeric_derivative_may_differ_by_a_millionth_of_their_scale() -> None:
    """Along 1.5 both are 1.5, so their scale is 3."""
    assert along(lambda x: float(x[0]), [0.0], [1 + 1.8e-6], [1.5]) is True
    assert along(lambda x: float(x[0]), [0.0], [1 + 2.2e-6], [1.5]) is False
    assert along(lambda x: float(x[0]), [0.0], [1 - 2.2e-6], [1.5]) is False


@pytest.mark.parametrize(("off", "verdict"), [(9.7, True), (10.3, False)])
def test_they_may_differ_by_ten_times_the_error_of_the_difference(off: float, verdict: bool) -> None:
    """x + c x³ at 0: at the least step the difference is off by 3/4 c h², and every larger step is worse."""
    c = 1e6
    error = 0.75 * c * 1e-10

    assert along(lambda x: float(x[0] + c * x[0] ** 3), [0.0], [1 + off * error], [1.0]) is verdict


@pytest.mark.parametrize("slope", [1e-4, 1e-2, 1.0, 1e4])
def test_a_kink_is_one_however_steep_it_is(slope: float) -> None:
    assert along(lambda x: slope * float(np.maximum(x[0], 0)), [0.0], [slope], [1.0]) is None


def test_where_one_direction_says_nothing_the_next_may() -> None:
    """|a - b| where a = b has a kink across, and none along."""
    assert along(lambda x: float(abs(x[0] - x[1])), [1.0, 1.0], [3.0, -3.0], [1.0, -1.0], [1.0, 1.0]) is True
    assert along(lambda x: float(abs(x[0] - x[1])), [1.0, 1.0], [3.0, 3.0], [1.0, -1.0], [1.0, 1.0]) is False
    assert along(lambda x: float(abs(x[0] - x[1])), [1.0, 1.0], [3.0, -3.0], [1.0, -1.0]) is None


def test_two_directions_are_tried_and_each_costs_five_forwards() -> None:
    calls: list[int] = []

    def f(x: Any) -> float:
        calls.append(1)
        return float(np.sum(x))

    assert along(f, [0.0, 0.0], [1.0, 1.0], [1.0, 0.5]) is True and len(calls) == 10


def test_what_is_empty_has_an_empty_derivative() -> None:
    assert derivative_of(lambda x: float(np.sum(x)), np.zeros(0), np.zeros(0), 1.0) is True


def test_points_that_are_whole_numbers_are_differentiated_as_floats() -> None:
    def halved(x: Any) -> Any:
        x /= 2  # which no array of integers can do
        return x

    found = GradientRun({"x": np.array([2, 4])}, lambda lab, x: halved(x), np.ones(2), None, {})

    assert is_derivative(found, layer_lab(), "x", np.array([0.5, 0.5]), Draw(1, 1)) is True


def points(f: Any, at: float = 0.0) -> tuple[float, float, list[float]]:
    """A derivative along 1, its error, and the points that were asked for."""
    asked: list[float] = []

    def counted(x: Any) -> float:
        asked.append(float(x))
        return float(f(x))

    return *directional_derivative(counted, np.asarray(at), np.asarray(1.0)), asked


def test_the_steps_are_a_thousandth_and_two_that_are_ten_times_smaller_each() -> None:
    assert points(np.abs)[2] == pytest.approx(
        [0, *(sign * step * part for step in (1e-3, 1e-4, 1e-5) for part in (1, 0.5) for sign in (1, -1))]
    )


@pytest.mark.parametrize("f", [lambda x: 0.0 * x, lambda x: 100 + x**2, lambda x: x])
def test_what_is_exact_at_the_first_step_is_not_tried_again(f: Any) -> None:
    assert len(points(f, 1.0)[2]) == 5


def test_the_error_counts_what_the_last_digits_lose() -> None:
    """Of a constant 3 nothing else is there to be wrong."""
    assert points(lambda x: 3.0 + 0 * x)[1] == pytest.approx(4 * np.finfo(float).eps * 3 / 1e-3, rel=1e-6, abs=0)


def test_slopes_that_close_however_slowly_are_no_kink() -> None:
    assert points(lambda x: abs(x) ** 1.5)[1] < 1e-10
    assert points(lambda x: 100 + x**2, 1.0)[1] < 1e-7
    assert points(lambda x: 100 + np.maximum(x, 0))[1] == pytest.approx(1.0)


def test_a_kink_that_is_nothing_beside_the_slope_is_none() -> None:
    derivative, error, _ = points(lambda x: 1e5 * x + np.maximum(x, 0))

    assert derivative == pytest.approx(1e5 + 0.5) and error < 1e-6


def test_upstreams_are_drawn_one_number_after_the_other() -> None:
    check = scripted({"x": np.ones(1)}, lambda lab, x: (1.0, np.ones(2), 2.0), lambda lab, dout, x: {"x": x})
    draw = Draw(9, 1)

    one, two, three = run(check, layer_lab(), Draw(9, 1)).upstream

    assert (one, two.tolist(), three) == (draw.normal(1)[0], draw.normal(2).tolist(), draw.normal(1)[0])


def test_everything_is_driven_on_the_lab_and_drawn_from_the_draw() -> None:
    lab, draw, met = layer_lab(), Draw(1, 1), set[str]()

    @gradient_check(points=1, en="e", ja="j")
    def check(its_lab: Any, its_draw: Draw) -> Any:
        assert its_lab is lab and its_draw is draw
        met.add("scenario")

        def forward(its_lab: Any, x: Any) -> Any:
            assert its_lab is lab
            met.add("forward")
            return x

        def gradients(its_lab: Any, dout: Any, x: Any) -> Any:
            assert its_lab is lab
            met.add("gradients")
            return {"x": dout}

        return {"x": np.ones(2)}, forward, gradients

    found = run(check, lab, draw)
    assert met == {"scenario", "forward", "gradients"}
    met.clear()
    assert uses_upstream(check, lab, draw) and met == {"scenario", "forward", "gradients"}
    assert is_derivative(found, lab, "x", found.upstream, draw) is True


def test_a_dependence_on_the_upstream_may_be_slight() -> None:
    check = scripted({"x": np.ones(2)}, lambda lab, x: x, lambda lab, dout, x: {"x": 2 + 1e-3 * dout})

    assert uses_upstream(check, layer_lab(), Draw(1, 1)) is True
