"""Where an answer is right and where it is not, for what nobody foresaw and no kind of error fits.

It names functions, parts of a result, or the checks. What is said to be right is so wherever it was seen, in every check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.checks.compare import compare, leaves
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.checks.places import named
from grader.diagnose.known import SeenByCheck, lacks
from grader.model import Check, Diagnosis, Text, same
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
        since = _since(oracle, check, observations)
        if since:
            return since
        parts = _parts(oracle, check, observations)
        if parts.is_told:
            return _said(text("{title}. Right: {right}. Not right: {wrong}."), parts, ", ", title=check.title)
        break
    asked = _asked(oracle, in_view)
    return (
        _said(text("checks that passed: {right}. Checks that did not: {wrong}."), asked, "; ")
        if asked.is_told
        else None
    )


def _said(message: Text, sides: Sides, between: str, **more: Text) -> Diagnosis:
    right, wrong = (joined([*some[:MOST], *([same("…")] if len(some) > MOST else [])], between, "、") for some in sides)
    hint = text("What does the one need that the other does not?")
    return Diagnosis("right-and-wrong", "trace", 1.0, filled(message, right=right, wrong=wrong, **more), hint)


# --- functions and methods ----------------------------------------------------------------------------------------


def _functions(oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck) -> Sides:
    """By the results that checks look at themselves. A function is wrong where it is the first of a check whose result differs: what
    comes after may only follow from it. It is called right only if it was seen in no check beyond such a place, nor where an answer
    was held against itself, nor where it stopped."""
    right: dict[str, None] = {}
    wrong: dict[str, None] = {}
    unknown: set[str] = set()
    for check in oracle.checks:
        for level, one in enumerate(seen[check.id].observations if check.id in seen else ()):
            looked_at, after = _looked_at(one, oracle.expected(check, level), check.rtol)
            unknown.update(after)
            for label, agrees in looked_at:
                if agrees:
                    right[label] = None
                elif check.points and check.id in in_view:
                    wrong[label] = None
                else:
                    unknown.add(label)
    sure = [label for label in right if label not in wrong and label not in unknown]
    return Sides([same(label) for label in sure], [same(label) for label in wrong])


def _looked_at(seen: Observation, expected: Observation, rtol: float) -> tuple[list[tuple[str, bool]], set[str]]:
    """Labels of the calls whose results a check looks at, with whether these are right, up to the first that is not; and the labels of
    all calls of which that cannot be said."""
    results = {  # of whole numbers and truth values several calls give the same object
        id(call.result): index
        for index, call in enumerate(expected.trace.calls)
        if isinstance(call.result, np.ndarray | float | list | tuple)
    }
    if seen.error or seen.broken or seen.fault or expected.trace.by_itself:
        return [], {call.label for call in expected.trace.calls}
    pairs = sorted(
        (results[id(source)], compare(got, wanted, rtol) is None)
        for got, wanted, source in _with_sources(seen.value, expected.value, results)
    )
    found: list[tuple[str, bool]] = []
    for index, agrees in pairs:
        found.append((expected.trace.calls[index].label, agrees))
        if not agrees:
            return found, {call.label for call in expected.trace.calls[index + 1 :]}
    return found, set()


def _with_sources(got: Any, expected: Any, results: Mapping[int, int]) -> Iterator[tuple[Any, Any, Any]]:
    """What stands in the same place of two observations, and the result of a call that it is in the expected one."""
    if id(expected) in results:
        yield got, expected, expected
    elif isinstance(expected, dict) and isinstance(got, dict):
        for key in expected:
            if key in got:
                yield from _with_sources(got[key], expected[key], results)
    elif isinstance(expected, list | tuple) and isinstance(got, list | tuple):
        for one, other in zip(got, expected, strict=False):
            yield from _with_sources(one, other, results)


# --- parts of what a check looks at -----------------------------------------------------------------------------


def _failed(oracle: Oracle, in_view: SeenByCheck) -> Iterator[tuple[Check, Sequence[Observation]]]:
    for check in oracle.checks:
        if check.points and check.id in in_view and in_view[check.id].failed:
            yield check, in_view[check.id].observations


def _since(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Diagnosis | None:
    """What is numbered in a check, as updates are: up to which number all is right, if nothing is from there on."""
    agree: dict[int, bool] = {}
    keys: dict[int, str] = {}
    for level, one in enumerate(observations):
        expected = oracle.expected(check, level)
        for place, got, wanted in leaves(one.value, expected.value):
            numbered = [
                (key, match) for key in place if isinstance(key, str) and (match := re.fullmatch(r".* (\d+)", key))
            ]
            if len(numbered) != 1 or one.error or one.broken:
                return None
            [(key, match)] = numbered
            number = int(match[1])
            keys[number] = key
            agree[number] = agree.get(number, True) and compare(got, wanted, check.rtol) is None
    right, wrong = [n for n in agree if agree[n]], [n for n in agree if not agree[n]]
    if not right or not wrong or max(right) > min(wrong):
        return None
    words = {"last": named((keys[max(right)],), check.labels), "first": named((keys[min(wrong)],), check.labels)}
    said = text("{title}: right up to {last}, not right from {first} on.", title=check.title, **words)
    return Diagnosis("right-up-to", "trace", 1.0, said, text("What is carried over from one to the next?"))


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
    """The checks in view, by their titles. That an answer agrees with itself says nothing of its values, and what has not been written
    yet needs no explanation."""
    here = [check for check in oracle.checks if check.points and check.id in in_view]
    alone = {check.id for check in here if oracle.expected(check, 0).trace.by_itself}
    written = [one for one in here if not all(lacks(seen) for seen in in_view[one.id].observations)]
    return Sides(
        [check.title for check in written if not in_view[check.id].failed and check.id not in alone],
        [check.title for check in written if in_view[check.id].failed],
    )
