"""The gradient checker is itself checked: with derivatives slightly wrong, at kinks, and vacuous."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks.declare import gradient_check
from grader.checks.draw import LEVELS, Draw
from grader.checks.gradient import GradientRun, audit, directional_derivative, explain, is_derivative, run
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


def verdict(student: Lab) -> str:
    reference = run(layer, layer_lab(), Draw(5, 2))
    seen = run(layer, student, Draw(5, 2), reference.value)
    diagnosis = explain(seen, student, reference, 1e-6, Draw(6, 2))
    assert diagnosis is not None
    return f"{diagnosis.slug}: {diagnosis.message.en}"


def test_the_three_way_answer() -> None:
    assert verdict(layer_lab(scale=2.0)) == "backward-wrong: forward is right; backward is wrong in dW only."
    assert verdict(layer_lab(forward_scale=2.0)).startswith("forward-wrong-backward-consistent")
    assert verdict(layer_lab(scale=2.0, forward_scale=3.0)).startswith("forward-and-backward-wrong")


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
