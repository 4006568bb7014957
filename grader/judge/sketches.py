"""Pictures of an answer for the report: its curves over the expected ones, and where a gradient is wrong.

A curve is what a `@picture` scenario of the public `checks.py` returns, run on the answer in a fresh worker and on the
reference here. A heat map is made of a failed gradient check, at the smallest size where it fails. Only a
report asks for pictures, so nothing else imports this module. Whatever an answer returns, a picture shows gaps or
says what is wrong with it; it never raises.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal, NamedTuple

import numpy as np

from grader.checks.compare import compare, values_agree
from grader.checks.declare import VISIBLE
from grader.checks.materials import load_sketches
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.errors import AnswerError, CourseError, Stop
from grader.judge.explain import explain_stop
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, Ran, prepare, run_check
from grader.model import NOTHING, Answer, Check, Course, Exercise, ExerciseResult, RunResult, Sketch, Text
from grader.sandbox.host import Sandbox
from grader.sandbox.inside.wire import Handle, Opaque
from grader.status import is_answer
from grader.words import text

POINTS = 400  # of one curve
CELLS = 24  # rows, and columns, of a heat map
SAME_FACTOR = 1e-6  # how far the factors of single cells may be apart, relatively


class Series(NamedTuple):
    """One curve: the answer's over the expected one.

    Attributes:
        got: None where it is no finite number; empty if nothing can be drawn, and `problem` says why.
        wrong: for each of `got`, whether it lies apart from the expected curve.
    """

    name: str
    x: tuple[float, ...]
    expected: tuple[float, ...]
    got: tuple[float | None, ...] = ()
    wrong: tuple[bool, ...] = ()
    problem: Text = NOTHING


class Cell(NamedTuple):
    """One entry of a gradient. `error` is |got - expected| relative to the largest |expected|."""

    expected: float
    got: float
    error: float
    wrong: bool


class Heat(NamedTuple):
    """One wrong gradient as a table.

    Attributes:
        row_names: where each row comes from: `2`, or `0, 2` of an array with three axes; empty for one row.
        size: number of entries, of which `differ` are wrong and at most 24 by 24 are in `rows`.
        factor: got = factor * expected in every entry; None if there is no such number.
        common: the axis and index that all wrong entries share, if they are not all of the entries.
        problem: what else is wrong (shape, dtype); where entries cannot be compared there are no rows.
    """

    name: str
    shape: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    row_names: tuple[str, ...] = ()
    size: int = 0
    differ: int = 0
    factor: float | None = None
    worst: tuple[int, ...] = ()
    common: tuple[int, int] | None = None
    problem: Text = NOTHING


class Picture(NamedTuple):
    """
    Attributes:
        check: the id of the check that a heat map explains; empty for others.
        problem: why there is no picture of the answer at all.
    """

    kind: Literal["curve", "losses", "heat"]
    title: Text
    over: Text = NOTHING
    series: tuple[Series, ...] = ()
    heats: tuple[Heat, ...] = ()
    check: str = ""
    problem: Text = NOTHING


def pictures_of_run(course: Course, result: RunResult, sandbox: Sandbox) -> dict[str, tuple[Picture, ...]]:
    """The pictures of every answer that ran, by exercise id."""
    exercises = {one.id: one for one in course.exercises}
    drawn: dict[str, tuple[Picture, ...]] = {}
    for one in result.exercises:
        if one.answer is None or not is_answer(one.status):
            continue
        exercise = exercises[one.id]
        try:
            drawn[one.id] = pictures(exercise, one.answer, Oracle(course, exercise, result.seed), sandbox, one)
        except Exception as bug:  # a picture that fails must not take the report with it, nor go unseen
            said = str(bug) if isinstance(bug, CourseError) else f"{type(bug).__name__}: {bug}"
            problem = text(
                "the pictures could not be drawn; this is not your fault, and the verdict stands: {said}", said=said
            )
            drawn[one.id] = (Picture(kind="curve", title=exercise.title, problem=problem),)
    return drawn


def pictures(
    exercise: Exercise, answer: Answer, oracle: Oracle, sandbox: Sandbox, result: ExerciseResult | None = None
) -> tuple[Picture, ...]:
    """All pictures of one answer; none if it does not even load. Raises CourseError, SandboxError.

    With the `result` that it got, gradient checks that passed are not run again, and an answer that ran out of
    time gets less of it.
    """
    statuses = {check.id: check.status for check in result.checks} if result else {}
    in_view = [check for check in oracle.checks if not check.hidden or oracle.course.disclosure == "full"]
    gradients = [check for check in in_view if check.gradient and statuses.get(check.id, "failed") == "failed"]
    sketches = load_sketches(exercise)
    if not gradients and not sketches:
        return ()
    seconds = min(exercise.seconds, SECONDS_AFTER_A_TIMEOUT) if "timeout" in statuses.values() else exercise.seconds
    found: list[Picture] = []
    jobs: list[tuple[Check, Sketch | None]] = [(sketch.check, sketch) for sketch in sketches]
    try:
        prepared = prepare(exercise, answer, sandbox)
        for check, sketch in (*jobs, *((check, None) for check in gradients)):
            ran = run_check(check, oracle, sandbox, prepared, seconds, explain=False)
            if ran.timed_out:
                seconds = min(seconds, SECONDS_AFTER_A_TIMEOUT)
            picture = curves(sketch, ran.observations[0], oracle, answer) if sketch else heat_map(ran, oracle)
            if picture:
                found.append(picture)
    except Stop:
        return ()
    return tuple(found)


# --- curves -------------------------------------------------------------------------------------------------


def curves(sketch: Sketch, seen: Observation, oracle: Oracle, answer: Answer) -> Picture:
    """What the answer drew, over what the reference did. Raises CourseError if the reference drew nothing."""
    x, expected = expected_curves(sketch, oracle.expected(sketch.check, 0).value)
    blank = Picture(kind=sketch.kind, title=sketch.check.title, over=sketch.over)
    stop = seen.error or seen.fault
    if stop:
        return blank._replace(problem=explain_stop(stop, answer)[1])
    if seen.broken or not isinstance(seen.value, dict):
        return blank._replace(problem=seen.broken or text("nothing can be drawn of it."))
    return blank._replace(
        series=tuple(
            _series(sketch, name, x, curve, seen.value.get(name))
            if name in seen.value
            else Series(name=name, x=x, expected=curve)
            for name, curve in expected.items()
        )
    )


def expected_curves(sketch: Sketch, value: Any) -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    """x, and the curves over it by name, of what a scenario returned on the reference. Raises CourseError if it is
    not a dict of curves of 2 to 400 finite numbers, as many as x has."""
    name = sketch.check.id
    if not isinstance(value, dict) or not set(value) - {"x"}:
        raise CourseError(f"{name}: it returns no dict of curves")
    found = {str(key): _numbers(curve) for key, curve in value.items()}
    lengths = {len(curve) for curve in found.values() if curve is not None}
    finite = all(curve is not None and np.isfinite(curve).all() for curve in found.values())
    if not finite or len(lengths) != 1 or not 2 <= min(lengths) <= POINTS:
        raise CourseError(f"{name}: every curve must be 2 to {POINTS} finite numbers, as many as x has")
    curves = {key: _floats(curve) for key, curve in found.items()}
    x = curves.pop("x", tuple(float(step) for step in range(1, min(lengths) + 1)))
    if any(after <= before for before, after in pairwise(x)):
        raise CourseError(f"{name}: x must rise")
    return x, curves


def _series(sketch: Sketch, name: str, x: tuple[float, ...], expected: tuple[float, ...], value: Any) -> Series:
    """One curve of the answer, which may have returned anything."""
    blank = Series(name=name, x=x, expected=expected)
    got = _numbers(value)
    if got is None:
        wrong = compare(value, np.array(expected), VISIBLE)
        return blank._replace(problem=wrong.text if wrong else NOTHING)
    if sketch.kind == "losses" and len(got) != len(x):  # shown as far as they go
        problem = text("{n} numbers, expected {number_of_x}", n=len(got), number_of_x=len(x))
        got = got[: len(x)]
    elif len(got) != len(x):
        shape = np.shape(value)
        said = text("shape {shape}, expected {n} numbers", shape=shape, n=len(x))
        return blank._replace(problem=said)
    else:
        problem = NOTHING
    agrees = values_agree(got, np.array(expected)[: len(got)], sketch.check.rtol)
    wrong_at = tuple(not bool(good) for good in agrees)
    return blank._replace(got=_floats(got), wrong=wrong_at, problem=problem)


def _numbers(value: Any) -> Any:
    """A flat float64 array of real numbers, or None if `value` is no such thing."""
    if isinstance(value, (Opaque, Handle)) or not isinstance(value, (np.ndarray, list, tuple)):
        return None
    try:
        array = np.asarray(value)
        return array.astype(float).ravel() if array.dtype.kind in "biuf" else None
    except (TypeError, ValueError, AnswerError):  # ragged, or of things that are not numbers
        return None


def _floats(array: Any) -> tuple[Any, ...]:
    return tuple(float(value) if np.isfinite(value) else None for value in array)


# --- heat maps ----------------------------------------------------------------------------------------------


def heat_map(ran: Ran, oracle: Oracle) -> Picture | None:
    """Where the gradients of a failed check are wrong, at the smallest size where they are; None if that is
    not a matter of gradients (it raised, say)."""
    seen = ran.failure
    if seen is None or seen.error or seen.fault or seen.broken or not isinstance(seen.value, dict):
        return None
    expected = oracle.expected(ran.check, ran.level).value
    heats = tuple(
        heat(name, seen.value[name], expected[name], ran.check.rtol)
        for name in expected
        if name in seen.value and compare(seen.value[name], expected[name], ran.check.rtol)
    )
    return Picture(kind="heat", title=ran.check.title, heats=heats, check=ran.check.id) if heats else None


def heat(name: str, got: Any, expected: Any, rtol: float) -> Heat:
    """One gradient, entry by entry: a number as one cell, a vector as one row, more than two axes row by row."""
    first = compare(got, expected, rtol)
    said = first.text if first and first.kind not in ("values", "finite") else NOTHING
    expected = np.asarray(expected, dtype=float)
    comparable = isinstance(got, (np.ndarray, np.generic, float, int)) and np.shape(got) == expected.shape
    got = np.asarray(got) if comparable else np.array("nothing")
    agrees = np.asarray(values_agree(got, expected, rtol)) if got.dtype.kind in "biuf" else np.array(True)
    if agrees.all():  # it is not the values that are wrong
        return Heat(name=name, shape=expected.shape, problem=said)
    got = got.astype(float)
    with np.errstate(all="ignore"):
        error = np.abs(got - expected) / max(float(np.max(np.abs(expected), initial=0.0)), np.finfo(float).tiny)
    error = np.where(np.isfinite(error), error, np.inf)
    wrong_at = np.argwhere(~agrees)
    worst = np.unravel_index(int(np.argmax(np.where(agrees, -1.0, error))), expected.shape)
    columns = expected.shape[-1] if expected.ndim else 1
    flat = [array.reshape(-1, columns)[:CELLS, :CELLS] for array in (expected, got, error, ~agrees)]
    rows = tuple(
        tuple(Cell(float(a), float(b), float(c), bool(d)) for a, b, c, d in zip(*row, strict=True))
        for row in zip(*flat, strict=True)
    )
    places = [", ".join(map(str, place)) for place in np.ndindex(expected.shape[:-1])] if expected.ndim > 1 else []
    return Heat(
        name=name, shape=expected.shape, rows=rows, row_names=tuple(places[:CELLS]), size=expected.size, differ=len(wrong_at), factor=_factor(got, expected),
        worst=tuple(int(index) for index in worst), common=_common(wrong_at, expected.shape), problem=said,
    )  # fmt: skip


def _factor(got: Any, expected: Any) -> float | None:
    there = expected != 0
    if not there.any() or not np.array_equal(there, got != 0) or not np.isfinite(got).all():
        return None
    factors = got[there] / expected[there]
    one = float(np.median(factors))
    return one if np.all(np.abs(factors - one) <= SAME_FACTOR * abs(one)) else None


def _common(wrong_at: Any, shape: tuple[int, ...]) -> tuple[int, int] | None:
    if len(shape) != 2 or len(wrong_at) < 2:
        return None
    for axis in range(2):
        if shape[axis] > 1 and len(set(wrong_at[:, axis])) == 1:
            return axis, int(wrong_at[0, axis])
    return None
