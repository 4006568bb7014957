"""The counterexample of a failed check: as small as it shows, as a program that runs below the answer.

It decides nothing. After a check with points has failed, its scenario runs again on arrays as small as can be. If it fails there
in the same way, that is what is shown, else the failure as it was seen.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.checks.calls import Step
from grader.checks.compare import Difference
from grader.checks.difference import difference, error_kind
from grader.checks.draw import SMALLER
from grader.checks.lab import Lab
from grader.checks.observe import Observation, observe
from grader.checks.oracle import Oracle
from grader.checks.places import Place, named
from grader.checks.story import Untold, program
from grader.errors import AuthorError, CourseError, Stop
from grader.judge.came_from import Origin, origin
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, Prepared, Ran
from grader.model import NOTHING, Answer, Text, same
from grader.sandbox.host import Sandbox
from grader.words import filled, joined, text

MOST_LINES = 60  # of a program that a person reads
FAINT = 1e-4  # beside values of about 1
MOST_VALUES = 12  # of an array in a comment


class Shown(NamedTuple):
    """A failure to show: what was seen, how it is wrong, and the same as a program."""

    seen: Observation
    wrong: Difference
    program: Text


def counterexample(ran: Ran, oracle: Oracle, sandbox: Sandbox, prepared: Prepared) -> Shown | None:
    """What to show of a failed check; None for one that has nothing to tell. Raises SandboxError."""
    seen, wrong = ran.failure, ran.wrong
    if seen is None or wrong is None or seen.fault:
        return None
    expected = oracle.expected(ran.check, ran.level)
    levels = (*SMALLER, *((ran.level,) if ran.check.gradient else ()))
    for level, other in zip(levels, _observed(ran, levels, oracle, sandbox, prepared), strict=False):
        if other is None:
            continue
        small = oracle.in_short(ran.check, level)
        again = _difference(other, small, ran.check.rtol)
        if again and _in_the_same_way(seen, wrong, other, again) and not _fades(expected, small, wrong.place):
            told = _program(
                other, small, again, oracle, prepared.answer, oracle.workers_seed(ran.check, level), ran.check.labels
            )
            if told:
                return Shown(other, again, told)
    seed = oracle.workers_seed(ran.check, ran.level)
    return Shown(seen, wrong, _program(seen, expected, wrong, oracle, prepared.answer, seed, ran.check.labels))


def _observed(
    ran: Ran, levels: Sequence[int], oracle: Oracle, sandbox: Sandbox, prepared: Prepared
) -> Iterable[Observation | None]:
    """The check at these levels, until one stops it for good; None where it is not made for arrays so small."""
    with sandbox.worker(SECONDS_AFTER_A_TIMEOUT) as worker:
        for level in levels:
            try:
                expected = oracle.in_short(ran.check, level)
            except CourseError:
                yield None
                continue
            try:
                name, seed = prepared.answer.name, oracle.workers_seed(ran.check, level)
                if worker.load(prepared.code, oracle.exercise.aliases, name, seed)[0] != "loaded":
                    return
                like = expected.gradient.value if expected.gradient else None
                lab = Lab(worker.carry_out, oracle.classes, oracle.parameters)
                seen = observe(ran.check, lab, oracle.draw(ran.check, level), like, alone=True)
            except (AuthorError, Stop):  # whatever it is, it is another failure
                return
            if seen.fault:
                return
            yield seen


def _difference(seen: Observation, expected: Observation, rtol: float) -> Difference | None:
    try:
        return difference(seen, expected, rtol)
    except Exception:  # a value that cannot be compared is told as it was first seen
        return None


def _in_the_same_way(seen: Observation, wrong: Difference, other: Observation, again: Difference) -> bool:
    if seen.error and other.error:
        return error_kind(seen.error) == error_kind(other.error) and seen.error.line == other.error.line
    if seen.broken or other.broken:
        return seen.broken == other.broken
    return (wrong.kind, wrong.place) == (again.kind, again.place)


def _fades(expected: Observation, small: Observation, place: Place) -> bool:
    """Whether on small arrays nothing is left of what is expected: a batch of one has no variance."""
    whole, left = (_at(one.value, one.value, place) for one in (expected, small))
    numbers = (np.ndarray, np.generic, float)
    if not (whole and left and isinstance(whole[0], numbers) and isinstance(left[0], numbers)):
        return False
    return bool(np.max(np.abs(left[0]), initial=0.0) < FAINT <= np.max(np.abs(whole[0]), initial=0.0))


def _program(
    seen: Observation,
    expected: Observation,
    wrong: Difference,
    oracle: Oracle,
    answer: Answer,
    seed: int,
    labels: Mapping[str, Text],
) -> Text:
    """The program, and in its last line what is expected and what came. Nothing where it cannot be told, or the reference was
    not asked the very same."""
    pair = None if seen.error or seen.broken else _at(seen.value, expected.value, wrong.place)
    found = origin(seen.trace, expected.trace, *pair) if pair else None
    end, part = (found.step + 1, found.part) if found else (None, ())
    names, spelled = _names(oracle), _spelled(oracle, answer)
    length = len(seen.trace.story)
    try:
        told = program(seen.trace, names, spelled, end, part)
        right = program(expected.trace, names, spelled, end or length, part)
    except Untold:
        return NOTHING
    if told != right or told.count("\n") >= MOST_LINES:
        return NOTHING
    if re.search(r"\brandom\b", answer.text):
        told = f"np.random.seed({seed % 2**32})\n{told}"
    return joined((same(told), _ending(seen, expected, wrong, found, labels)), "\n", "\n")


def _ending(
    seen: Observation,
    expected: Observation,
    wrong: Difference,
    found: Origin | None,
    labels: Mapping[str, Text],
) -> Text:
    """The comment below the last call. What is compared may be its result, or how far it moved an argument."""
    if seen.error:
        last = len(seen.trace.story) - 1
        name = same(seen.error.type_name)
        if seen.error.kind == "missing":
            return text("# {name} is not defined", name=seen.error.text)
        if seen.error.kind == "unusable":
            return text("# the check cannot go on with this result")
        if last not in expected.trace.results:
            return text("# stops with {name}", name=name)
        return text(
            "# expected {expected}, stops with {name}", expected=_value(expected.trace.results[last]), name=name
        )
    if seen.broken:
        return _comment(seen.broken)
    pair = _at(seen.value, expected.value, wrong.place)
    if pair is None:
        return _comment(wrong.said(labels))
    got, right = pair
    if found and not found.is_move:
        return text("# expected {right}\n# got      {got}", right=_value(right), got=_value(got))
    compared = text("# the check then compares {what}\n# expected {right}\n# got      {got}")
    if found:
        compared = text("# how far it moves: {what}\n# expected {right}\n# got      {got}")
    return filled(
        compared,
        what=named(wrong.place, labels) or text("what the check makes of it"),
        right=_value(right),
        got=_value(got),
    )


def _comment(said: Text) -> Text:
    return Text(*("\n".join(f"# {line}" for line in one.split("\n")) for one in said))


def _value(value: Any) -> Text:
    if isinstance(value, np.ndarray) and value.size > MOST_VALUES:
        return text("an array of shape {shape}", shape=value.shape)
    if isinstance(value, np.ndarray):
        return same(_nested(value.tolist()))
    if type(value) in (list, tuple, dict) or value is None or isinstance(value, (str, bytes)):
        written = repr(value) if type(value) not in (list, tuple, dict) else _nested(value)
        return same(written if len(written) <= 100 else f"{written[:100]}…")
    return same(_nested(value))


def _nested(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return _nested(value.tolist())
    if isinstance(value, (list, tuple)):
        ends = "()" if isinstance(value, tuple) else "[]"
        return ends[0] + ", ".join(map(_nested, value[:MOST_VALUES])) + (", …" * (len(value) > MOST_VALUES)) + ends[1]
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r:.40}: {_nested(item)}" for key, item in list(value.items())[:MOST_VALUES]) + "}"
    if isinstance(value, (float, np.floating)):
        return f"{value:.8g}"
    return f"{value!r:.100}" if isinstance(value, (bool, int, complex, str, bytes, type(None))) else f"{value!s:.100}"


def _at(got: Any, expected: Any, place: Place) -> tuple[Any, Any] | None:
    """What stands in one place of two observations."""
    for key in place:
        if isinstance(got, dict) and isinstance(expected, dict):
            got, expected = ({str(name): item for name, item in one.items()} for one in (got, expected))
        try:
            got, expected = got[key], expected[key]
        except (LookupError, TypeError):
            return None
    return got, expected


def _names(oracle: Oracle) -> Any:
    def names(one: Step) -> Sequence[str]:
        if one.function is not None:
            owner: Any = one.function._function
        else:
            first, _, rest = one.label.partition(".")
            owner = oracle.reference.get(first)
            owner = getattr(owner, rest, None) if rest else owner
        try:
            found = list(inspect.signature(owner).parameters)
        except (TypeError, ValueError):
            return ()
        return found[1:] if found[:1] == ["self"] else found

    return names


def _spelled(oracle: Oracle, answer: Answer) -> Mapping[str, str]:
    """What the answer calls each symbol, as far as its lines say."""
    spelled = {}
    for symbol in oracle.exercise.symbols:
        all_ = (symbol, *oracle.exercise.aliases.get(symbol, ()))
        spelled[symbol] = next(
            (
                one
                for one in all_
                if re.search(rf"^[ \t]*(?:(?:def|class)[ \t]+{one}\b|{one}[ \t]*=)", answer.text, re.MULTILINE)
            ),
            symbol,
        )
    return spelled
