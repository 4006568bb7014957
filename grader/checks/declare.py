"""What a `checks.py` declares: checks, gradient checks, pictures, properties, and functions that are handed to answers."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from typing import Any, Literal

from grader.checks.draw import LEVELS
from grader.checks.lab import Shipped
from grader.errors import CourseError, ExpectationError
from grader.model import Check, Sketch, Text, same
from grader.words import text

VISIBLE = 1e-3  # of a curve's height: what is nearer than this lies on it
RTOL = 1e-5  # wide enough for an answer that works in float32 between float64 arguments and results


Points = float | Mapping[str, float]


def check(
    *, points: Points, en: str, ja: str, rtol: float | None = None, levels: int = LEVELS
) -> Callable[[Callable[..., Any]], Check]:
    """Declare a check: `def name(lab, draw)` returns an observation.

    `points` may say what each part of a dict is worth, `{"dx": 2, "dW": 1}`: a part that is right at every level has its
    points, whatever became of the others. So one mistake costs what it spoils, and nothing beside.

    `rtol` is the deviation allowed to a right answer in another style, by default the file's `RTOL`, if one stands
    above, else ours; `levels` how many of the growing sizes it runs at (1 for a check that draws nothing).
    """
    return lambda scenario: _check(scenario, Text(en, ja), points, False, rtol, levels)


def gradient_check(
    *, points: Points, en: str, ja: str, rtol: float | None = None, levels: int = LEVELS
) -> Callable[[Callable[..., Any]], Check]:
    """Declare a gradient check: `def name(lab, draw)` returns `(at, forward, gradients)`.

    `at` is a dict of the arrays at which to differentiate; `forward(lab, **at)` returns an array, a number
    or a tuple of arrays; `gradients(lab, dout, **at)` runs forward and backward for an upstream gradient
    `dout` of the shape of forward's result and returns a dict of gradients with keys of `at`. The parts that `points` may
    name are called after these, with a d: `dx`.
    """
    return lambda scenario: _check(scenario, Text(en, ja), points, True, rtol, levels)


def _check(
    scenario: Callable[..., Any], title: Text, points: Points, gradient: bool, rtol: float | None, levels: int
) -> Check:
    shares = points if isinstance(points, Mapping) else {}
    labels = scenario.__globals__.get("LABELS", {})
    return Check(
        id=scenario.__name__,
        title=title,
        points=sum(shares.values()) if isinstance(points, Mapping) else points,
        scenario=scenario,
        gradient=gradient,
        rtol=scenario.__globals__.get("RTOL", RTOL) if rtol is None else rtol,
        levels=levels,
        shares=shares,
        labels={key: Text(*phrase) for key, phrase in labels.items()},
    )


def picture(
    *,
    en: str,
    ja: str,
    kind: Literal["curve", "losses"] = "curve",
    over: tuple[str, str] | None = None,
    rtol: float = VISIBLE,
) -> Callable[[Callable[..., Any]], Sketch]:
    """Declare a picture for the report, in the public checks.py: `def name(lab, draw)` returns a dict of curves by name.

    Its "x" is what they stand over, by default 1, 2, 3…; all the others are curves, each of as many numbers. Run on
    the reference it gives the curves to expect. `over` names the horizontal axis, in English and Japanese; what
    deviates by less than `rtol` counts as lying on the curve. It carries no points.
    """
    axis = Text(*over) if over else same("x") if kind == "curve" else text("step")

    def declare(scenario: Callable[..., Any]) -> Sketch:
        id_ = f"picture {scenario.__name__}"  # no check is called so
        return Sketch(_check(scenario, Text(en, ja), 0.0, False, rtol, levels=1)._replace(id=id_), kind, axis)

    return declare


def expect(holds: Any, en: str, ja: str) -> None:
    """State a property that must hold; also run on the reference. `en` and `ja` say what is wrong if not."""
    if not holds:
        raise ExpectationError(Text(en, ja))


def shipped(function: Callable[..., Any]) -> Shipped:
    """Make `function` something that can be handed to an answer. Its source becomes public, so it must not
    tell anything; it may use `np` and the constants given with `.bind(name=value)`, nothing else."""
    source = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(source).body[0]
    if not isinstance(node, ast.FunctionDef):
        raise CourseError("@shipped wants a function")
    node.decorator_list = []
    return Shipped(function, ast.unparse(node), {})
