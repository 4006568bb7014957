"""Which mistake it is: what a failed exercise's observations have in common with known wrong implementations.

What is certain comes first: slips that are plain from the text, known mistakes that nothing else could be (`known.py`),
facts about results (`facts.py`), errors that have a structure (`structure.py`) and exceptions. Then what is only likely. Beside
these, notices: an argument changed in place without being asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import numpy as np

from grader.checks.compare import compare
from grader.checks.difference import difference
from grader.checks.gradient import backward_wrong
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.diagnose.facts import empty_by_check, other_kinds, other_shape, return_nothing
from grader.diagnose.known import Seen, SeenByCheck, after_perhaps, known_mistakes
from grader.errors import AnswerError
from grader.model import Diagnosis, Text
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
    three_way: Sequence[Diagnosis] = (),
    slips: Sequence[Diagnosis] = (),
) -> list[Diagnosis]:
    """At most two diagnoses, the surest first, and then notices. Empty if everything passed without one.

    `in_view`: the part of `seen` of which values and texts may be told. `three_way`: the gradient answers of its failed
    gradient checks. `slips`: what can be seen in the code: what explains it comes first, what is only so before guesses.
    """
    known = known_mistakes(oracle, seen)
    causes = [one for one in slips if one.kind == "slip"]
    certain = [one for one in known if not one.is_unsure]
    found = [*causes, *certain]
    explained = bool(found)
    if certain:
        found += [one for one in known if one.is_unsure]
    else:
        others = _from_what_was_seen(oracle, in_view, three_way, causes)
        found += [one for one in others if not one.is_unsure]
        found += [one for one in slips if one.kind == "fact"]
        found += [one for one in (*known, *others) if one.is_unsure]
        found = found or _first_partings(oracle, in_view)
    return found[:MOST] + _notices(seen, oracle, explained)


def _from_what_was_seen(
    oracle: Oracle, in_view: SeenByCheck, three_way: Sequence[Diagnosis], causes: Sequence[Diagnosis]
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
    kind = _kind(oracle, in_view, {check.id for check, _ in others})
    errors = [one.error for _, observations in others for one in observations if one.error]
    shape = other_shape(oracle, in_view) if not kind else None
    return [
        *return_nothing({id_: [one for one in labels if not _is_named(one, causes)] for id_, labels in empty.items()}),
        *other_kinds(oracle, in_view),
        *([kind] if kind else []),
        *(usual_meanings(errors)[:1] if not causes else []),
        *([shape] if shape else []),
        *_about_gradients(oracle, in_view, three_way),
    ]


def _is_named(label: str, causes: Sequence[Diagnosis]) -> bool:
    name = label.rpartition(".")[2]
    return any(re.search(rf"\b{re.escape(name)}\b", one.message.en) for one in causes)


# A gradient check sees some quantities only. What it says of forward must agree with what the others saw.
_WORST_FIRST = ("forward-wrong", "forward-wrong-backward-consistent", "backward-wrong")


def _about_gradients(oracle: Oracle, in_view: SeenByCheck, three_way: Sequence[Diagnosis]) -> list[Diagnosis]:
    if not three_way:
        return []
    said = min(three_way, key=lambda one: _WORST_FIRST.index(one.slug))
    if said.slug != "backward-wrong":
        return [said]
    return [] if _is_forward_wrong(oracle, in_view) else [backward_wrong(_wrong_gradients(oracle, in_view))]


def _wrong_gradients(oracle: Oracle, in_view: SeenByCheck) -> list[str]:
    """Of all gradient checks, at all levels."""
    found = [
        name
        for check in oracle.checks
        if check.points
        for level, one in enumerate(in_view[check.id].observations if check.id in in_view else ())
        if one.gradient
        for name, expected in oracle.expected(check, level).value.items()
        if name not in one.value or compare(one.value[name], expected, check.rtol) is not None
    ]
    return list(dict.fromkeys(found))


def _is_forward_wrong(oracle: Oracle, in_view: SeenByCheck) -> bool:
    """Whether a check that failed shows that what gradient checks take for forward gave something wrong."""
    pairs = [
        (one, oracle.expected(check, level), check.rtol)
        for check in oracle.checks
        for level, one in enumerate(in_view[check.id].observations if check.id in in_view else ())
    ]
    forward = {
        call.label
        for _, expected, _ in pairs
        if expected.gradient
        for call in expected.trace.calls
        if call.result is expected.gradient.value
    }
    return any(
        call.label in forward and call.label == one.label and compare(one.result, call.result, rtol) is not None
        for seen, expected, rtol in pairs
        for one, call in zip(seen.trace.calls[:1], expected.trace.calls[:1], strict=False)
    )


def _kind(oracle: Oracle, in_view: SeenByCheck, failed: Collection[str]) -> Diagnosis | None:
    """What kind of wrong the results of the failed checks are, if they are of one kind wherever they were seen."""
    from grader.diagnose.structure import Level, structure  # here and below: a right answer needs none of it

    levels = []
    for check in oracle.checks:
        for level, one in enumerate(in_view[check.id].observations if check.id in in_view else ()):
            other = oracle.expected(check, level)
            if one.error or one.fault or one.broken or other.trace.by_itself:
                continue
            levels.append(
                Level(
                    got=one.value,
                    expected=other.value,
                    rtol=check.rtol,
                    sizes=other.sizes,
                    upstream=other.gradient and other.gradient.upstream,
                    calls=tuple(other.trace.calls),
                    steps=tuple(other.trace.steps),
                    failed=check.id in failed,
                    labels=check.labels,
                )
            )
    return structure(levels)


def usual_meanings(errors: Sequence[AnswerError]) -> tuple[Diagnosis, ...]:
    """What the exceptions usually come of."""
    from grader.diagnose.errors import usual_meaning

    return tuple(meaning for error in errors if (meaning := usual_meaning(error)))


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
