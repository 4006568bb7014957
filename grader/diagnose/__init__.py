"""Which mistake it is: what a failed exercise's observations have in common with known wrong implementations.

In this order: (1) known mistakes, over all checks and levels together; (2) a call that returns nothing; (3) the
structure of the error (`structure.py`) and the three-way answer of a gradient check (`checks/gradient.py`); (4) the first call
whose result differs. Beside these, notices: an argument changed in place without being asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from grader.checks.compare import compare
from grader.checks.difference import difference
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.errors import AnswerError
from grader.model import Check, Diagnosis, Mistake, Text
from grader.words import text

MOST = 2
PERHAPS = 0.7


class Seen(NamedTuple):
    """One check: an observation for each level that ran, and whether any of them is wrong."""

    observations: Sequence[Observation]
    failed: bool


SeenByCheck = Mapping[str, Seen]


def known_mistakes(oracle: Oracle, seen: SeenByCheck, among: Sequence[Mistake] | None = None) -> list[Diagnosis]:
    """At most two known mistakes that reproduce what was observed, the one that explains most first.
    `among`: the mistakes that are known, by default the exercise's.

    A mistake explains a failed check if it gives the same observations at every level. It is refused if it would
    fail a check that the student passed, or if it lacks a function that the student has. Two mistakes at once look like neither where both matter, so the chosen
    ones need not explain everything; but they must explain half of it, or a check that says little (zero
    in, one half out) would name anything. Unless they explain all of it, they are said with *perhaps*.
    What has not been written yet needs no explanation.
    """
    failed = [check for check in oracle.checks if check.id in seen and seen[check.id].failed]
    if not failed:
        return []
    passed = [check for check in oracle.checks if check.id in seen and not seen[check.id].failed]
    weighty = [check for check in failed if check.points] or failed  # a stretch is extra
    claims: list[tuple[Mistake, set[str]]] = []
    for mistake in oracle.mistakes if among is None else among:
        explained = {check.id for check in weighty if _explained(oracle, mistake, check, seen[check.id].observations)}
        if (
            explained
            and not any(_fails(oracle, mistake, check, len(seen[check.id].observations)) for check in passed)
            and not any(_lacks_more(oracle, mistake, check, seen[check.id].observations) for check in failed)
        ):
            claims.append((mistake, explained))
    chosen: list[tuple[Mistake, set[str]]] = []
    unwritten = {check.id for check in weighty if _unwritten(seen[check.id])}
    left = {check.id for check in weighty}
    while left and claims and len(chosen) < MOST:
        mistake, explained = max(claims, key=lambda claim: len(claim[1] & left))
        if not explained & left:
            break
        chosen.append((mistake, explained))
        left -= explained
    left -= unwritten
    if not chosen or 2 * len(left) > len(weighty) - len(unwritten):
        return []
    return [
        _named(mistake, _confidence(explained, left, seen), oracle.exercise.symbols) for mistake, explained in chosen
    ]


def _named(mistake: Mistake, confidence: float, symbols: Collection[str]) -> Diagnosis:
    found = Diagnosis(mistake.slug, "mistake", confidence, mistake.text, mistake.hint)
    return found._replace(message=after_perhaps(mistake.text, symbols)) if found.is_unsure else found


def after_perhaps(said: Text, symbols: Collection[str]) -> Text:
    """A mistake's sentence as the rest of one that begins with *perhaps*: a small letter first, unless the first word is
    code, an acronym or a name. Here and not where it is shown, since only here the exercise's own names are known."""
    word = re.match(r"(A|[A-Z][a-z]+)(?=[\s,])", said.en)
    if word is None or word[1] in {*symbols, "True", "False"}:
        return said
    return said._replace(en=said.en[0].lower() + said.en[1:])


def _confidence(explained: set[str], left: set[str], seen: SeenByCheck) -> float:
    if left or all(one.error for id_ in explained for one in seen[id_].observations):
        return PERHAPS  # the same exception in the same place can have another cause
    return 1.0


def _fails(oracle: Oracle, mistake: Mistake, check: Check, levels: int) -> bool:
    return any(oracle.differences(check, (oracle.of_mistake(mistake, check, level) for level in range(levels))))


def _explained(oracle: Oracle, mistake: Mistake, check: Check, observations: Sequence[Observation]) -> bool:
    for level, one in enumerate(observations):
        other, expected = oracle.of_mistake(mistake, check, level), oracle.expected(check, level)
        if difference(one, other, check.rtol):
            return False
        # The words of a broken expectation can fit no result at all and a result of the wrong form alike.
        if _empty_calls(one, expected) != _empty_calls(other, expected):
            return False
    return True


def _empty_calls(seen: Observation, expected: Observation) -> list[tuple[int, str]]:
    """Place and label of the calls that returned None where the reference's did not, as far as both made the same ones."""
    found = []
    for index, (one, other) in enumerate(zip(seen.trace.calls, expected.trace.calls, strict=False)):
        if one.label != other.label:
            break
        if one.result is None and other.result is not None:
            found.append((index, one.label))
    return found


def _lacks_more(oracle: Oracle, mistake: Mistake, check: Check, observations: Sequence[Observation]) -> bool:
    """Whether the mistake stops for want of a function, missing or as the stub has it, where the student's answer
    does not."""
    return any(_got_beyond(one, oracle.of_mistake(mistake, check, level)) for level, one in enumerate(observations))


def _got_beyond(seen: Observation, mistaken: Observation) -> bool:
    if not _lacks(mistaken):
        return False
    done, there = len(seen.trace.calls), len(mistaken.trace.calls)
    if done != there:
        return done > there
    if seen.broken or seen.fault or (seen.error and seen.error.kind == "unusable"):
        return False  # the scenario ended before it came to ask for that function
    return not _lacks(seen)


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
        return Diagnosis("first-difference", "trace", 0.7, said, hint)
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
    three_way: list[Diagnosis],
    slips: Sequence[Diagnosis] = (),
) -> list[Diagnosis]:
    """At most two diagnoses, the surest first, and then notices. Empty if everything passed without one.

    `in_view`: the part of `seen` of which values and texts may be told. `three_way`: the gradient answers of its failed
    gradient checks. `slips`: what can be seen in the code: what explains it comes first, what is only so comes last.
    """
    found = [*(one for one in slips if one.kind == "slip"), *known_mistakes(oracle, seen)]
    failed = [
        (check, in_view[check.id].observations)
        for check in oracle.checks
        if check.points and check.id in in_view and in_view[check.id].failed
    ]
    if not found and failed:
        empty = _empty_by_check(oracle, in_view)
        nothing = [_returns_nothing(label) for label in dict.fromkeys(chain.from_iterable(empty.values()))]
        # What else is wrong with a check, when a call returned nothing in it, comes of that.
        others = [(check, observations) for check, observations in failed if check.id not in empty]
        kinds = [kind for check, observations in others if (kind := _kind(oracle, check, observations))]
        errors = [one.error for _, observations in others for one in observations if one.error]
        partings = [parting for check, observations in others if (parting := _parting(oracle, check, observations))]
        found = [*nothing, *kinds[:1], *usual_meanings(errors)[:1], *three_way[:1], *partings[:1]]
    if all(one.is_unsure and one.kind != "mistake" for one in found):  # what is so, before what may be
        found = [one for one in slips if one.kind == "fact"][:1] + found
    explained = any(one.kind in ("slip", "mistake") and one.confidence == 1 for one in found)
    return found[:MOST] + _notices(seen, oracle, explained)


def _empty_by_check(oracle: Oracle, in_view: SeenByCheck) -> dict[str, list[str]]:
    """For failed checks with points, the functions and methods that returned nothing there and should not have. Those
    that did so in a check that passed are left out: nothing depends on what they return."""
    empty = {
        check.id: [*_empty(oracle, check, in_view[check.id].observations)]
        for check in oracle.checks
        if check.id in in_view
    }
    harmless = {label for id_, labels in empty.items() if not in_view[id_].failed for label in labels}
    worth = {check.id for check in oracle.checks if check.points}
    kept = {id_: [label for label in labels if label not in harmless] for id_, labels in empty.items() if id_ in worth}
    return {id_: labels for id_, labels in kept.items() if labels}


def _empty(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Iterator[str]:
    """Labels of the functions and methods whose calls returned nothing in a check where the reference's did not."""
    for level, one in enumerate(observations):
        called = {step.label for step in one.trace.steps}  # reading an attribute is no call
        for _, label in _empty_calls(one, oracle.expected(check, level)):
            if label in called and ("." in label or label in oracle.exercise.symbols):  # not a check's own function
                yield label


def _returns_nothing(label: str) -> Diagnosis:
    said = text("{label} returns nothing (None).", label=label)
    return Diagnosis("returns-nothing", "structure", 1.0, said, text("Does every path of it end in a return?"))


def _kind(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Diagnosis | None:
    """What kind of wrong the results of a failed check are, if it returned results at all."""
    from grader.diagnose.structure import Level, structure

    expected = oracle.expect(check)
    if any(one.error or one.fault or one.broken for one in observations):
        return None
    levels = [
        Level(
            got=one.value,
            expected=other.value,
            rtol=check.rtol,
            sizes=other.sizes,
            upstream=other.gradient and other.gradient.upstream,
            calls=tuple(other.trace.calls),
            steps=tuple(other.trace.steps),
        )
        for one, other in zip(observations, expected, strict=False)
    ]
    return structure(levels) if any(compare(one.got, one.expected, check.rtol) for one in levels) else None


def usual_meanings(errors: Sequence[AnswerError]) -> tuple[Diagnosis, ...]:
    """What the exceptions usually come of."""
    from grader.diagnose.errors import usual_meaning  # here and above: a right answer needs none of it

    return tuple(meaning for error in errors if (meaning := usual_meaning(error)))


def _parting(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Diagnosis | None:
    for one, other in zip(observations, oracle.expect(check), strict=False):
        if not (one.error or one.fault or one.broken) and difference(one, other, check.rtol):
            return first_parting(one, other, check.rtol)
    return None


def _unwritten(seen: Seen) -> bool:
    """Whether a check came upon nothing but what the student has not written yet."""
    return all(_lacks(one) for one in seen.observations)


def _lacks(one: Observation) -> bool:
    return bool(one.error and one.error.kind in ("not_implemented", "missing"))
