"""Gradient checks: the three-way answer.

The verdict compares the answer's gradients with the reference's analytic ones, entry by entry, for a random
upstream gradient. Two numeric derivatives stand beside it, both along random directions, so that they cost
a few forward calls whatever the size of the arrays:

- on the *reference's* forward, at every level of every check: a reference that disagrees with it is the
  grader's fault and costs nobody a point;
- on the *student's own* forward, when the verdict is bad: it tells *forward wrong, backward its true
  derivative* from *forward right, backward wrong in dW only*.

A derivative is the central difference at a step and at half of it, extrapolated (Richardson); the gap between
the two is its error estimate. Near a kink (ReLU at 0) the estimates do not close; then smaller steps are
tried, and if none serves, the answer is *don't know*, never a false alarm.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import numpy as np

from grader.checks.compare import compare
from grader.checks.draw import Draw
from grader.checks.lab import Lab
from grader.errors import AuthorError
from grader.model import Check

STEPS = (1e-3, 1e-4, 1e-5)
GOOD_ENOUGH = 1e-7  # an estimated error below this share of the derivative's scale ends the search
HOPELESS = 1e-3  # above this share the derivative is unknown
KINK = 1e-4  # slopes to the left and right that differ by less, relative to the derivative, are no kink
AGREEMENT = 1e-6  # what claimed and numeric derivative may differ by, relative to their scale
DIRECTIONS = 2


ThreeWay = Literal["forward-wrong", "forward-wrong-backward-consistent", "backward-wrong"]


class GradientRun(NamedTuple):
    """What a gradient check saw of one implementation.

    Attributes:
        value: forward's result.
        gradients: what backward returned, by argument.
        upstream: the gradient handed to backward, shaped like the reference's `value`.
    """

    at: dict[str, Any]
    forward: Callable[..., Any]
    upstream: Any
    value: Any
    gradients: Any


def run(check: Check, lab: Lab, draw: Draw, like: Any = None, alone: bool = False) -> GradientRun:
    """Drive `lab` once. `like` is the reference's forward value, whose shape upstream takes; without it
    the lab is the reference itself. `alone`: without what goes before the gradients, which is `like` then.

    The same arrays go into forward and backward, and into every difference: a layer that works in place is not
    wrong for that.
    """
    at, forward, gradients = check.scenario(lab, draw)
    if like is None:
        like = forward(lab, **_copies(at))
    upstream = _upstream(like, draw)
    value = like if alone else forward(lab, **_copies(at))
    found = gradients(lab, _copy(upstream), **_copies(at))
    return GradientRun(at, forward, upstream, value, found)


def like(check: Check, lab: Lab, draw: Draw) -> Any:
    """What forward gives, for its shape."""
    at, forward, _ = check.scenario(lab, draw)
    return forward(lab, **_copies(at))


def audit(reference: GradientRun, lab: Lab, draw: Draw) -> None:
    """Raise AuthorError unless the reference's gradients are the derivatives of its forward, and not all zero."""
    if not any(np.any(np.asarray(gradient)) for gradient in reference.gradients.values()):
        raise AuthorError("this gradient check is vacuous: every gradient is zero")
    for key, gradient in reference.gradients.items():
        if is_derivative(reference, lab, key, gradient, draw) is False:
            raise AuthorError(f"the reference's gradient of {key} disagrees with finite differences")


def uses_upstream(check: Check, lab: Lab, draw: Draw) -> bool:
    """Whether another upstream gradient gives other gradients, as it must unless they are all zero."""
    at, forward, gradients = check.scenario(lab, draw)
    like = forward(lab, **_copies(at))
    one, other = (gradients(lab, _upstream(like, draw), **_copies(at)) for _ in range(2))
    return any(compare(one[key], other[key], 1e-6) is not None for key in one)


def explain(student: GradientRun, lab: Lab, reference: GradientRun, rtol: float, draw: Draw) -> ThreeWay:
    """The three-way answer, for gradients that differ from the reference's."""
    if compare(student.value, reference.value, rtol) is None:
        return "backward-wrong"
    # A gradient that is right for the right forward is not the derivative of a wrong one: all of them are asked.
    consistent = all(
        key in student.gradients
        and isinstance(student.gradients[key], np.ndarray | float)
        and is_derivative(student, lab, key, student.gradients[key], draw)
        for key in reference.gradients
    )
    return "forward-wrong-backward-consistent" if consistent else "forward-wrong"


def is_derivative(run: GradientRun, lab: Lab, key: str, gradient: Any, draw: Draw) -> bool | None:
    """Whether `gradient` is the derivative of the run's own forward with respect to `key`; None: don't know."""
    x = np.asarray(run.at[key], dtype=float)
    gradient = np.asarray(gradient, dtype=float)
    if gradient.shape != x.shape:
        return False

    def scalar(point: Any) -> float:
        arguments = _copies(run.at)
        arguments[key] = point.copy()
        return _inner(run.upstream, run.forward(lab, **arguments))

    known = False
    for _ in range(DIRECTIONS):
        # Every entry weighs about as much: a normal direction has entries near 0, and would not see those.
        direction = draw.signs(*x.shape) * draw.uniform(0.5, 1.5, *x.shape)
        derivative, error = directional_derivative(scalar, x, direction)
        claimed = float(np.sum(gradient * direction))
        scale = float(np.sqrt(np.sum((gradient * direction) ** 2))) + abs(derivative)
        if error > HOPELESS * (scale + 1e-6):
            continue
        known = True
        if not abs(claimed - derivative) <= 10 * error + AGREEMENT * scale + 1e-10:
            return False
    return True if known else None


def directional_derivative(f: Callable[[Any], float], x: Any, direction: Any) -> tuple[float, float]:
    """Derivative of `f` at `x` along `direction`, and an estimate of its error (inf if nothing is finite).

    Central differences at h and h/2, extrapolated to (4 D(h/2) - D(h)) / 3; see Press et al.,
    Numerical Recipes, section 5.7. Exactly at a kink these agree on the mean of the two slopes; what gives it
    away is that the slopes to the left and right do not close as h shrinks.
    """
    best = (0.0, float("inf"))
    middle = f(x)
    size = max(1.0, float(np.max(np.abs(x), initial=0.0))) / max(1.0, float(np.max(np.abs(direction), initial=0.0)))
    for step in STEPS:
        h = step * size
        ends = [f(x + shift * direction) for shift in (h, -h, h / 2, -h / 2)]
        coarse, fine = (ends[0] - ends[1]) / (2 * h), (ends[2] - ends[3]) / h
        rounding = 4 * np.finfo(float).eps * max(abs(end) for end in ends) / h
        bend, half_bend = ends[0] + ends[1] - 2 * middle, 2 * (ends[2] + ends[3] - 2 * middle)  # times h: slopes apart
        kink = abs(bend) / h if abs(half_bend) > 0.75 * abs(bend) and abs(bend) / h > KINK * abs(fine) else 0.0
        error = abs(coarse - fine) + rounding + kink
        if not error < float("inf"):
            continue
        if error < best[1]:
            best = ((4 * fine - coarse) / 3, error)
        if error <= GOOD_ENOUGH * abs(fine):
            break
    return best


def _upstream(like: Any, draw: Draw) -> Any:
    if isinstance(like, tuple | list):
        return tuple(_upstream(item, draw) for item in like)
    shape = np.shape(like)
    return draw.normal(*shape) if shape else float(draw.normal(1)[0])


def _inner(upstream: Any, value: Any) -> float:
    if isinstance(upstream, tuple):
        return sum(_inner(one, other) for one, other in zip(upstream, value, strict=True))
    return float(np.sum(np.asarray(upstream) * np.asarray(value)))


def _copy(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_copy(item) for item in value)
    return value.copy() if isinstance(value, np.ndarray) else value


def _copies(at: dict[str, Any]) -> dict[str, Any]:
    return {key: _copy(value) for key, value in at.items()}
