"""Which mistake it is: what a failed exercise's observations have in common with known wrong implementations.

What is certain comes first: slips that are plain from the text, known mistakes that nothing else could be (`known.py`),
facts about results (`facts.py`), errors that have a structure (`structure.py`) and exceptions. Then what is only likely. Beside
these, notices: an argument changed in place without being asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from grader.checks.compare import compare, places
from grader.checks.difference import difference
from grader.checks.gradient import ThreeWay
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.diagnose.facts import empty_by_check, other_kinds, other_shape, return_nothing
from grader.diagnose.gradients import about_gradients
from grader.diagnose.known import Seen, SeenByCheck, after_perhaps, known_mistakes, with_perhaps
from grader.diagnose.quoted import is_quoted_truly
from grader.errors import AnswerError
from grader.model import Diagnosis, Text
from grader.sandbox.inside.wire import Opaque
from grader.words import text

__all__ = ["MOST", "Seen", "SeenByCheck", "after_perhaps", "diagnose", "known_mistakes", "usual_meanings"]

MOST = 2


def first_parting(seen: Observation, expected: Observation, rtol: float) -> Diagnosis | None:
    """The first call of the scenario whose result differs from the reference's; None if there is only one function."""
    if len({call.label for call in expected.trace.calls}) < 2:
        return None  # where there is only one thing to call, that says nothing
    for index, (one, other) in enumerate(zip(seen.trace.calls, expected.trace.calls, strict=False)):
        if one.label != other.label:
            return None
        if type(other.result).__name__ == "Opaque" or compare(one.result, other.result, rtol) is None:
            continue
        said = (
            text("the first result that differs is that of {label} (call {number}).", label=one.label, number=index + 1)
            if index
            else text("the first result that differs is that of {label}.", label=one.label)
        )
        hint = text("Everything before it is right; look there first.")
        return Diagnosis("first-difference", "trace", 1.0, said, hint)
    return None


def _notices(seen: SeenByCheck, oracle: Oracle, explained: bool) -> list[Diagnosis]:
    """Calls that changed an argument in place where the reference does not; only the harmless ones where it is
    `explained` already what cost the points."""
    harmless: dict[str, bool] = {}  # by call: whether nothing failed where it did so
    for check in oracle.checks:
        if check.id not in seen:
            continue
        costs = seen[check.id].failed and check.points > 0
        for level, observation in enumerate(seen[check.id].observations):
            allowed = oracle.expected(check, level).trace.changed
            for label in observation.trace.changed:
                if label not in allowed:
                    harmless[label] = harmless.get(label, True) and not costs
    hint = text("Work on a copy, or make a new array.")
    return [
        Diagnosis("input-changed", "notice", 1.0, _changed(label, no_loss), hint)
        for label, no_loss in harmless.items()
        if no_loss or not explained
    ]


def _changed(label: str, no_loss: bool) -> Text:
    if no_loss:
        return text(
            "{label} changed its input in place. No points are lost, but the caller's array is no longer what it was.",
            label=label,
        )
    return text("{label} changed its input in place. The caller's array is no longer what it was.", label=label)


@np.errstate(
    all="ignore"
)  # an answer's numbers may be anything; what overflows over them in here is no news to anybody
def diagnose(
    oracle: Oracle,
    seen: SeenByCheck,
    in_view: SeenByCheck,
    three_way: Sequence[ThreeWay] = (),
    slips: Sequence[Diagnosis] = (),
    code: str = "",
) -> list[Diagnosis]:
    """At most two diagnoses, the surest first, and then notices. Empty if everything passed without one.

    `in_view`: the part of `seen` of which values and texts may be told. `three_way`: the gradient answers of its failed
    gradient checks. `slips`: what can be seen in the code: what explains it comes first, what is only so before guesses.
    `code`: the answer's own, beside which what a mistake's sentence quotes must hold.
    """
    known = known_mistakes(oracle, seen, code=code)
    causes = [one for one in slips if one.kind == "slip"]
    if causes:  # what a slip has brought about looks like a mistake in every number, and need not be one
        known = [with_perhaps(one, oracle.exercise.symbols) for one in known]
    certain = [one for one in known if not one.is_unsure]
    found = [*causes, *certain]
    explained = bool(found)
    if certain:
        found += [one for one in known if one.is_unsure]
    else:
        others = _from_what_was_seen(oracle, seen, in_view, three_way, causes)
        sure = [*(one for one in others if not one.is_unsure), *(one for one in slips if one.kind == "fact")]
        # one plain fact, and then what may be behind it: two facts would crowd that out
        found += [*sure[:1], *known, *sure[1:]]
        found += [one for one in others if one.is_unsure]
        found = found or _where(oracle, seen, in_view) or _first_partings(oracle, in_view)
    told = [
        one
        if one.kind != "mistake" or is_quoted_truly(one.message.en, code)
        else with_perhaps(one, oracle.exercise.symbols)
        for one in found[:MOST]
    ]
    return told + _notices(seen, oracle, explained)


def _from_what_was_seen(
    oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck, three_way: Sequence[ThreeWay], causes: Sequence[Diagnosis]
) -> list[Diagnosis]:
    """What can be said of an answer that nobody foresaw: plain facts, then the kind of error. Not once more what its `causes` say:
    that a function returns nothing, or what an exception means.
    """
    failed = [
        (check, in_view[check.id].observations)
        for check in oracle.checks
        if check.points and check.id in in_view and in_view[check.id].failed
    ]
    if not failed:
        return []
    empty = empty_by_check(oracle, in_view)
    # What else is wrong with a check, when a call returned nothing in it, comes of that.
    others = [(check, observations) for check, observations in failed if check.id not in empty]
    kind = _kind(oracle, seen, {check.id for check, _ in others})
    errors = [one.error for _, observations in others for one in observations if one.error]
    shape = other_shape(oracle, in_view) if not kind else None
    return [
        *return_nothing({id_: [one for one in labels if not _is_named(one, causes)] for id_, labels in empty.items()}),
        *other_kinds(oracle, in_view),
        *([kind] if kind else []),
        *(usual_meanings(errors)[:1] if not causes else []),
        *([shape] if shape else []),
        *about_gradients(oracle, seen, in_view, three_way),
    ]


def _is_named(label: str, causes: Sequence[Diagnosis]) -> bool:
    name = label.rpartition(".")[2]
    return any(re.search(rf"\b{re.escape(name)}\b", one.message.en) for one in causes)


def _kind(oracle: Oracle, seen: SeenByCheck, failed: Collection[str]) -> Diagnosis | None:
    """What kind of wrong the results of the failed checks are, if they are of one kind wherever they were seen. The other
    checks, those that may not be told of as well, can only refute."""
    from grader.diagnose.structure import Level, structure  # here and below: a right answer needs none of it

    levels = []
    for check in oracle.checks:
        for level, one in enumerate(seen[check.id].observations if check.id in seen else ()):
            other = oracle.expected(check, level)
            if one.error or one.fault or one.broken:
                continue
            there = Level(
                got=one.value,
                expected=other.value,
                rtol=check.rtol,
                sizes=other.sizes,
                upstream=other.gradient and other.gradient.upstream,
                calls=tuple(other.trace.calls),
                steps=tuple(other.trace.steps),
                failed=check.id in failed,
                made_by={id(value): other.trace.story[place] for place, value in other.trace.results.items()},
                labels=check.labels,
            )
            got, expected = _beside(one, other)
            if not other.trace.by_itself:  # how far apart two results were is none
                levels.append(there)
            levels.append(there._replace(got=got, expected=expected, failed=False))
    return structure(levels)


def _beside(seen: Observation, expected: Observation) -> tuple[list[Any], list[Any]]:
    """What the calls gave that the check does not look at as it is: it can refute what is said of others."""
    looked_at = {id(value) for _, _, value in places(seen.value, expected.value)}
    pairs = [
        (one.result, other.result)
        for one, other in zip(seen.trace.calls, expected.trace.calls, strict=False)
        if one.label == other.label and id(other.result) not in looked_at and not isinstance(other.result, Opaque)
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def usual_meanings(errors: Sequence[AnswerError]) -> tuple[Diagnosis, ...]:
    """What the exceptions usually come of."""
    from grader.diagnose.errors import usual_meaning

    return tuple(meaning for error in errors if (meaning := usual_meaning(error)))


def _where(oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck) -> list[Diagnosis]:
    from grader.diagnose.where import right_and_wrong

    found = right_and_wrong(oracle, seen, in_view)
    return [found] if found else []


def _first_partings(oracle: Oracle, in_view: SeenByCheck) -> list[Diagnosis]:
    """Where the first check that failed begins to differ: all that can be said where nothing else can."""
    for check in oracle.checks:
        if not (check.points and check.id in in_view and in_view[check.id].failed):
            continue
        for level, one in enumerate(in_view[check.id].observations):
            other = oracle.expected(check, level)
            if not (one.error or one.fault or one.broken) and difference(one, other, check.rtol):
                parting = first_parting(one, other, check.rtol)
                return [parting] if parting else []
    return []
