"""Where an answer is right and where it is not, for what nobody foresaw and no kind of error fits.

It names functions, parts of a result, or what is asked of it. What is said to be right is so wherever it was seen, in every check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.checks.compare import compare, leaves
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.checks.places import named
from grader.diagnose.known import SeenByCheck, lacks
from grader.model import Check, Diagnosis, Text, same
from grader.sandbox.inside.wire import Opaque
from grader.words import filled, joined, text

MOST = 3  # names on either side


class Sides(NamedTuple):
    right: list[Text]
    wrong: list[Text]

    @property
    def is_told(self) -> bool:
        return bool(self.right and self.wrong)


def right_and_wrong(oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck) -> Diagnosis | None:
    """By functions, else by the parts of what the first failed check looks at, else by what the checks ask. None if
    nothing is right, or nothing that can be told apart."""
    functions = _functions(oracle, seen, in_view)
    if functions.is_told:
        return _said(text("right wherever it was seen: {right}. Not right: {wrong}."), functions, ", ")
    for check, observations in _failed(oracle, in_view):
        parts = _parts(oracle, check, observations)
        if parts.is_told:
            return _said(text("{title}. Right: {right}. Not right: {wrong}."), parts, ", ", title=check.title)
        break
    asked = _asked(oracle, in_view)
    return _said(text("right: {right}. Not right: {wrong}."), asked, "; ") if asked.is_told else None


def _said(message: Text, sides: Sides, between: str, **more: Text) -> Diagnosis:
    right, wrong = (joined([*some[:MOST], *([same("…")] if len(some) > MOST else [])], between, "、") for some in sides)
    hint = text("What does the one need that the other does not?")
    return Diagnosis("right-and-wrong", "structure", 1.0, filled(message, right=right, wrong=wrong, **more), hint)


# --- functions and methods ----------------------------------------------------------------------------------------


def _functions(oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck) -> Sides:
    """A function is wrong where it is the first of a check whose result differs: what comes after may only follow from it. Where
    a check lets another result pass, as it does of what is drawn, nothing can be told by results."""
    right: dict[str, None] = {}
    wrong: dict[str, None] = {}
    unknown = set()
    for check in oracle.checks:
        for level, one in enumerate(seen[check.id].observations if check.id in seen else ()):
            expected = oracle.expected(check, level)
            for label, agrees in _first_results(one, expected, check.rtol):
                if agrees is False and not seen[check.id].failed:
                    return Sides([], [])
                if agrees is None or (not agrees and check.id not in in_view):
                    unknown.add(label)
                elif agrees:
                    right[label] = None
                elif check.points:
                    wrong[label] = None
    sure = [label for label in right if label not in wrong and label not in unknown]
    return Sides([same(label) for label in sure], [same(label) for label in wrong])


def _first_results(seen: Observation, expected: Observation, rtol: float) -> Iterator[tuple[str, bool | None]]:
    """Label of each call that gave a value, and whether it is the right one, up to the first that is not; None for the one at
    which the answer stopped."""
    calls, others = seen.trace.calls, expected.trace.calls
    for one, other in zip(calls, others, strict=False):
        if one.label != other.label:
            return
        if other.result is None or isinstance(other.result, Opaque):
            continue
        agrees = compare(one.result, other.result, rtol) is None
        yield one.label, agrees
        if not agrees:
            return
    if len(calls) < len(others):
        yield others[len(calls)].label, None


# --- parts of what a check looks at -----------------------------------------------------------------------------


def _failed(oracle: Oracle, in_view: SeenByCheck) -> Iterator[tuple[Check, Sequence[Observation]]]:
    for check in oracle.checks:
        if check.points and check.id in in_view and in_view[check.id].failed:
            yield check, in_view[check.id].observations


def _parts(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Sides:
    agree: dict[Text, bool] = {}
    for level, one in enumerate(observations):
        expected = oracle.expected(check, level)
        if one.error or one.fault or one.broken:
            return Sides([], [])
        for place, got, wanted in leaves(one.value, expected.value):
            name = named(place, check.labels)
            agree[name] = agree.get(name, True) and compare(got, wanted, check.rtol) is None
    return Sides(
        [one for one, well in agree.items() if well and one], [one for one, well in agree.items() if not well and one]
    )


# --- what is asked ------------------------------------------------------------------------------------------------


def _asked(oracle: Oracle, in_view: SeenByCheck) -> Sides:
    """The checks in view, by their titles. What has not been written yet needs no explanation."""
    here = [check for check in oracle.checks if check.points and check.id in in_view]
    written = [one for one in here if not all(lacks(seen) for seen in in_view[one.id].observations)]
    return Sides(
        [check.title for check in written if not in_view[check.id].failed],
        [check.title for check in written if in_view[check.id].failed],
    )
