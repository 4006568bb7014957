"""Known mistakes: which of them gives the same observations as the answer, and how sure that makes us.

A check's result is looked at part by part (`dx`, `dW`), so that two mistakes in different parts are both seen. A mistake
explains a part that is wrong if it gives the same there at every level. It is refuted by any part that is right and that it would
spoil, by a function that it lacks and the answer has, and by what the answer's own text shows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from grader.checks.compare import leaves, values_agree
from grader.checks.difference import difference
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.diagnose.kinds import ENOUGH
from grader.diagnose.quoted import without_comments
from grader.model import Check, Diagnosis, Mistake, Text
from grader.sandbox.inside.wire import Opaque

MOST = 2
PERHAPS = 0.7


class Seen(NamedTuple):
    """One check: an observation for each level that ran, and whether any of them is wrong."""

    observations: Sequence[Observation]
    failed: bool


SeenByCheck = Mapping[str, Seen]


class Part(NamedTuple):
    """A part of what a check saw at all levels; `key` is None for the whole of it.

    Attributes:
        weight: the share of the check that it is, of those of its parts that are wrong.
    """

    check: Check
    key: str | None
    observations: tuple[Observation, ...]
    expected: tuple[Observation, ...]
    wrong: bool
    weight: float = 0.0

    @property
    def name(self) -> tuple[str, str | None]:
        return self.check.id, self.key


class Claim(NamedTuple):
    mistake: Mistake
    explained: frozenset[tuple[str, str | None]]


def known_mistakes(
    oracle: Oracle, seen: SeenByCheck, among: Sequence[Mistake] | None = None, code: str = ""
) -> list[Diagnosis]:
    """At most two known mistakes that reproduce what was observed, the one that explains most first.
    `among`: the mistakes that are known, by default the exercise's. `code`: the answer's own, which can show that it does not make one.

    Two mistakes at once look like neither where both matter, so the chosen ones need not explain everything; but they
    must explain half of it, or a part that says little (zero in, one half out) would name anything. They are said with
    *perhaps* unless they explain all of it, each by numbers enough, and no other mistake does so, too. What has not been
    written yet needs no explanation. A stretch alone starts no diagnosis.
    """
    parts = [part for check in oracle.checks if check.id in seen for part in _parts(oracle, check, seen[check.id])]
    wrong = [part for part in parts if part.wrong and part.check.points]
    if not wrong:
        return []
    possible = [
        one
        for one in (oracle.mistakes if among is None else among)
        if not (one.unless and re.search(one.unless, without_comments(code)))
    ]
    claims = list(_claims(oracle, parts, wrong, possible))
    weights = {part.name: part.weight for part in wrong}
    chosen: list[tuple[Claim, frozenset[tuple[str, str | None]]]] = []
    left = frozenset(weights)
    while left and claims and len(chosen) < MOST:
        best = max(claims, key=lambda claim: sum(weights[name] for name in claim.explained & left))
        if not best.explained & left:
            break
        own = best.explained & left
        if all(_are_independent(oracle, wrong, (best, own), other) for other in chosen):
            chosen.append((best, own))
            left -= best.explained
        claims = [claim for claim in claims if claim is not best]
    unwritten = {part.name for part in wrong if all(lacks(one) for one in part.observations)}
    unexplained = sum(weights[name] for name in left - unwritten)
    if not chosen or 2 * unexplained > sum(weights[name] for name in weights if name not in unwritten):
        return []
    named = []
    for claim, own in chosen:
        is_sure = not left and _is_evidence([part for part in wrong if part.name in own])
        named.append(_named(claim.mistake, 1.0 if is_sure else PERHAPS, oracle.exercise.symbols))
    rivals = [one for one in claims if one.explained == chosen[0][0].explained]
    if rivals and len(chosen) == 1:  # what was seen cannot tell them apart: two possibilities
        both = (chosen[0][0].mistake, rivals[0].mistake)
        return [_named(mistake, PERHAPS, oracle.exercise.symbols) for mistake in both]
    return named


def _are_independent(
    oracle: Oracle,
    wrong: Sequence[Part],
    one: tuple[Claim, frozenset[tuple[str, str | None]]],
    other: tuple[Claim, frozenset[tuple[str, str | None]]],
) -> bool:
    """Whether two mistakes can both be there, each with what it explains: neither touches what the other alone explains. Where
    an exception ended a check, nothing of the other could be seen."""
    return not any(
        _spoils(oracle, claim.mistake, part)
        for claim, own in ((one[0], other[1]), (other[0], one[1]))
        for part in wrong
        if part.name in own - claim.explained and not any(seen.error for seen in part.observations)
    )


def _claims(oracle: Oracle, parts: Sequence[Part], wrong: Sequence[Part], among: Sequence[Mistake]) -> Iterator[Claim]:
    right = [part for part in parts if not part.wrong]
    failed = [part for part in parts if part.wrong]
    for mistake in among:
        explained = frozenset(part.name for part in wrong if _explains(oracle, mistake, part))
        if (
            explained
            and not any(_spoils(oracle, mistake, part) for part in right)
            and not any(_lacks_more(oracle, mistake, part) for part in failed)
        ):
            yield Claim(mistake, explained)


def _parts(oracle: Oracle, check: Check, seen: Seen) -> list[Part]:
    expected = tuple(oracle.expected(check, level) for level in range(len(seen.observations)))
    observations = tuple(seen.observations)
    keys = _keys(observations, expected)
    parts = [_part(check, key, observations, expected) for key in keys or (None,)]
    wrong = sum(part.wrong for part in parts)
    return [part._replace(weight=1 / wrong if part.wrong else 0.0) for part in parts]


def _keys(observations: Sequence[Observation], expected: Sequence[Observation]) -> list[str]:
    """The keys of a dict that came at every level; none where anything else came."""
    if not all(isinstance(one.value, dict) for one in (*observations, *expected)):
        return []
    keys = list(expected[0].value)
    alike = all(set(one.value) == set(keys) for one in (*observations, *expected))
    return keys if alike else []


def _part(check: Check, key: str | None, observations: Sequence[Observation], expected: Sequence[Observation]) -> Part:
    here = tuple(_only(one, key) for one in observations)
    there = tuple(_only(one, key) for one in expected)
    wrong = any(difference(one, other, check.rtol) for one, other in zip(here, there, strict=True))
    return Part(check=check, key=key, observations=here, expected=there, wrong=wrong)


def _only(one: Observation, key: str | None) -> Observation:
    """What was observed, but of a dict that one part."""
    if key is None or not isinstance(one.value, dict):
        return one
    return one._replace(value=one.value.get(key))


def _of_mistake(oracle: Oracle, mistake: Mistake, part: Part, level: int) -> Observation:
    return _only(oracle.of_mistake(mistake, part.check, level), part.key)


def _spoils(oracle: Oracle, mistake: Mistake, part: Part) -> bool:
    return any(
        difference(_of_mistake(oracle, mistake, part, level), expected, part.check.rtol)
        for level, expected in enumerate(part.expected)
    )


def _explains(oracle: Oracle, mistake: Mistake, part: Part) -> bool:
    for level, one in enumerate(part.observations):
        other, expected = _of_mistake(oracle, mistake, part, level), part.expected[level]
        # Both ways: a tuple passes for what an array may be, and a whole number for a float, but they are not the same.
        if difference(one, other, part.check.rtol) or difference(other, one, part.check.rtol):
            return False
        # The words of a broken expectation can fit no result at all and a result of the wrong form alike, and what an answer
        # changed in place is the same whether it returns nothing or a generator.
        if empty_calls(one, expected) != empty_calls(other, expected) or _forms(one) != _forms(other):
            return False
    return True


def _is_evidence(parts: Sequence[Part]) -> bool:
    """Whether enough numbers are wrong in these parts. The words of an expectation, an exception that many things raise, or a
    single ratio can have another cause."""
    return sum(_wrong_numbers(one, other, part.check.rtol) for part in parts for one, other in zip(part.observations, part.expected, strict=True)) >= ENOUGH  # fmt: skip


def _wrong_numbers(seen: Observation, expected: Observation, rtol: float) -> int:
    """How many numbers differ; a result of another form counts as many as it has."""
    if seen.error or seen.broken or seen.fault:
        return 0
    count = 0
    for _, one, other in leaves(seen.value, expected.value):
        got, wanted = np.asarray(one), np.asarray(other)
        if got.shape != wanted.shape or got.dtype.kind not in "biuf" or wanted.dtype.kind not in "biuf":
            count += max(got.size, wanted.size)
        else:
            count += int(np.sum(~values_agree(got, wanted, rtol)))
    return count or int(difference(seen, expected, rtol) is not None)


def empty_calls(seen: Observation, expected: Observation) -> list[tuple[int, str]]:
    """Place and label of the calls that returned None where the reference's did not, as far as both made the same ones."""
    found = []
    for index, (one, other) in enumerate(zip(seen.trace.calls, expected.trace.calls, strict=False)):
        if one.label != other.label:
            break
        if one.result is None and other.result is not None:
            found.append((index, one.label))
    return found


def _forms(seen: Observation) -> list[tuple[int, str]]:
    """Place and form of the results that are no values, or plainly not what was worked out: another type, zeros alone. What a
    check measures of them may look alike. A generator that the check went through is as good as a list of what it gave."""
    found = []
    calls = [call for call in seen.trace.calls if not call.label.startswith("list(")]
    gone_through = {one.label for one in seen.trace.calls} - {one.label for one in calls}
    for index, call in enumerate(calls):
        if isinstance(call.result, Opaque) and f"list({call.result.type_name})" in gone_through:
            continue
        if isinstance(call.result, Opaque):
            found.append((index, call.result.type_name))
        elif isinstance(call.result, str):
            found.append((index, "str"))
        elif isinstance(call.result, np.ndarray) and call.result.size >= ENOUGH and not np.any(call.result):
            found.append((index, "zeros"))
    return found


def _lacks_more(oracle: Oracle, mistake: Mistake, part: Part) -> bool:
    """Whether the mistake stops for want of a function, missing or as the stub has it, where the student's answer
    does not."""
    return any(
        _got_beyond(one, oracle.of_mistake(mistake, part.check, level)) for level, one in enumerate(part.observations)
    )


def _got_beyond(seen: Observation, mistaken: Observation) -> bool:
    if not lacks(mistaken):
        return False
    done, there = len(seen.trace.calls), len(mistaken.trace.calls)
    if done != there:
        return done > there
    if seen.broken or seen.fault or (seen.error and seen.error.kind == "unusable"):
        return False  # the scenario ended before it came to ask for that function
    return not lacks(seen)


def lacks(one: Observation) -> bool:
    """Whether it ended at something that the student has not written yet."""
    return bool(one.error and one.error.kind in ("not_implemented", "missing"))


# --- in words -----------------------------------------------------------------------------------------------------


def _named(mistake: Mistake, confidence: float, symbols: Collection[str]) -> Diagnosis:
    found = Diagnosis(mistake.slug, "mistake", confidence, mistake.text, mistake.hint)
    return with_perhaps(found, symbols) if found.is_unsure else found


def with_perhaps(sure: Diagnosis, symbols: Collection[str]) -> Diagnosis:
    return sure._replace(confidence=min(sure.confidence, PERHAPS), message=after_perhaps(sure.message, symbols))


def after_perhaps(said: Text, symbols: Collection[str]) -> Text:
    """A mistake's sentence as the rest of one that begins with *perhaps*: a small letter first, unless the first word is
    code, an acronym or a name. Here and not where it is shown, since only here the exercise's own names are known."""
    word = re.match(r"(A|[A-Z][a-z]+)(?=[\s,])", said.en)
    if word is None or word[1] in {*symbols, "True", "False"}:
        return said
    return said._replace(en=said.en[0].lower() + said.en[1:])
