"""What `checks.py`, `mistakes.py` and `alternatives.py` import: `check`, `gradient_check`, `picture`, `expect`, `shipped`,
`mistake`, `also`, `alternative`, and `given`, `public`, `unit`, `reference`, the names of other files of the exercise.

    from grader.authoring import check, gradient_check

    @check(points=2, en="any shape", ja="どんな形の配列でも")
    def any_shape(lab, draw):
        return lab.sigmoid(draw.normal(*draw.sizes("N D")))

A check drives an implementation and returns what it observed; run on the student's answer and on the
reference, the two must agree. It holds no expected values. See `docs/authoring.md`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, Literal

from grader.draw import LEVELS
from grader.lab import Shipped
from grader.model import Alternative, Check, CourseError, Mistake, Sketch, Text, TextError, same
from grader.words import text

VISIBLE = 1e-3  # of a curve's height: what is nearer than this lies on it
RTOL = 1e-5  # wide enough for an answer that works in float32 between float64 arguments and results


class ExpectationError(TextError):
    """A property that `expect` states does not hold."""


def check(
    *, points: float, en: str, ja: str, rtol: float = RTOL, levels: int = LEVELS
) -> Callable[[Callable[..., Any]], Check]:
    """Declare a check: `def name(lab, draw)` returns an observation.

    `rtol` is the deviation allowed to a right answer in another style; `levels` how many of the growing
    sizes it runs at (1 for a check that draws nothing).
    """
    return lambda scenario: Check(scenario.__name__, Text(en, ja), points, scenario, False, rtol, levels)


def gradient_check(
    *, points: float, en: str, ja: str, rtol: float = RTOL, levels: int = LEVELS
) -> Callable[[Callable[..., Any]], Check]:
    """Declare a gradient check: `def name(lab, draw)` returns `(at, forward, gradients)`.

    `at` is a dict of the arrays at which to differentiate; `forward(lab, **at)` returns an array, a number
    or a tuple of arrays; `gradients(lab, dout, **at)` runs forward and backward for an upstream gradient
    `dout` of the shape of forward's result and returns a dict of gradients with keys of `at`.
    """
    return lambda scenario: Check(scenario.__name__, Text(en, ja), points, scenario, True, rtol, levels)


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
        return Sketch(Check(id_, Text(en, ja), 0.0, scenario, False, rtol, 1), kind, axis)

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


def mistake(
    slug: str, *, en: str, ja: str, hint_en: str, hint_ja: str
) -> Callable[[Callable[..., Any] | type], Mistake]:
    """Declare a known wrong implementation: a function or class named like the symbol that it replaces.

    `en`, `ja`: what was seen and why it is wrong, for the student who made it; `hint_*`: what to try next,
    never the solution. The rest of the implementation is the reference's, reachable as `reference.NAME`.
    """

    def declare(wrong: Callable[..., Any] | type) -> Mistake:
        known = Mistake(slug, Text(en, ja), Text(hint_en, hint_ja), {str(wrong.__name__): wrong})
        declared.append(known)
        return known

    return declare


def also(known: Mistake, **symbols: Any) -> Mistake:
    """The same slip in further symbols of the exercise: one misconception that shows in several functions is one mistake."""
    known.symbols.update(symbols)
    return known


def alternative(slug: str) -> Callable[[Callable[..., Any] | type], Alternative]:
    """Declare a right implementation in another style, in `alternatives.py`: `grade verify` sees that it passes.

    As for mistakes, the rest of the implementation is the reference's.
    """

    def declare(right: Callable[..., Any] | type) -> Alternative:
        other = Alternative(slug, {str(right.__name__): right})
        declared.append(other)
        return other

    return declare


# The course loader sets these while it runs a file of an exercise.
declared: list[Any] = []  # what a mistakes.py or an alternatives.py has declared so far
reference = SimpleNamespace()  # to these two: the solution
given = SimpleNamespace()  # to checks: what the stub gives to students, e.g. a generator of data
unit = SimpleNamespace()  # to checks: the unit's own unit.py, what its exercises have in common
public = SimpleNamespace()  # to hidden checks: the names of the public checks.py, e.g. its helpers
