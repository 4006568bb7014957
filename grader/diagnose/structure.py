"""What kind of wrong an array is, for mistakes that nobody listed: a factor, a transpose, a sum too few.

A kind is claimed only if it holds for every entry at every size of every check that saw this quantity, so that no accident
of one small example is taken for a rule. The sizes that the check drew give a factor its meaning: 4 is *N times* only if it is
N at the other sizes too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from grader.checks.calls import Step
from grader.checks.compare import compare, leaves
from grader.checks.lab import Call
from grader.checks.places import Place, label_of, named
from grader.diagnose.entries import Asked, wrong_by_sign
from grader.diagnose.kinds import ENOUGH, KINDS, Pair, said, same
from grader.model import NOTHING, Diagnosis, Text
from grader.words import filled, joined, text


class Level(NamedTuple):
    """One level of a check: both observations, and what stands around them.

    Attributes:
        failed: whether something is to be said about what is wrong here; else it can only refute.
        calls, steps: of the reference's run.
        made_by: the calls of the reference's run that gave something, by the `id` of that.
        labels: the check's own words for what it looks at.
    """

    got: Any
    expected: Any
    rtol: float
    sizes: Mapping[str, int]
    upstream: Any = None
    calls: tuple[Call, ...] = ()
    steps: tuple[Step, ...] = ()
    failed: bool = True
    made_by: Mapping[int, Step] = MappingProxyType({})
    labels: Mapping[str, Text] = MappingProxyType({})


# What a part of an observation is: the call that gave it and its place in that call's result, the same in every check; for
# what a check has made itself, its place there.
Quantity = tuple[str | int, ...]


class Part(NamedTuple):
    pair: Pair
    name: Text
    step: Step | None = None


def structure(levels: Sequence[Level]) -> Diagnosis | None:
    """The kind of error of the first quantity that is wrong, or None if it is of no simple kind.

    `levels`: of all checks. A kind is claimed only if it holds wherever the quantity was seen.
    """
    parts = [_parts(level) for level in levels]
    exchanged = _exchanged(levels, [_first_of_each(one) for one in parts])
    if exchanged:
        return exchanged
    wrong = (
        (what, part.name)
        for level, one in zip(levels, parts, strict=True)
        if level.failed
        for what, part in one
        if part.pair.wrong
    )
    first, name = next(wrong, (None, NOTHING))
    if first is None:
        return None
    here = [(level, part.pair) for level, one in zip(levels, parts, strict=True) for what, part in one if what == first]
    if not all(_is_plain(pair) for _, pair in here if pair.wrong):
        return None
    about_arguments = _term(here, name) or _reduced(here, name)
    if about_arguments:
        return about_arguments
    for kind in KINDS:
        found = kind([pair for _, pair in here], name)
        if found:
            return found
    asked = [Asked(part.pair, part.step) for one in parts for what, part in one if what == first]
    return wrong_by_sign(asked, name)


def _is_plain(pair: Pair) -> bool:
    floats = pair.got.dtype.kind in "fiu" and pair.expected.dtype.kind == "f"
    return floats and bool(np.all(np.isfinite(pair.got)))


def _parts(level: Level) -> list[tuple[Quantity, Part]]:
    """The parts of an observation that the answer itself gave. What a check has counted or worked out is none: how far a
    parameter moved is not that parameter, and a share is not transposed."""
    found: list[tuple[Quantity, Part]] = []
    for place, got, expected in leaves(level.got, level.expected):
        what = _given_by(expected, level.calls)
        if what or not level.calls:
            pair = _pair(level, np.asarray(got), np.asarray(expected))
            found.append((what or place, Part(pair, _name(what, place, level.labels), level.made_by.get(id(expected)))))
    return found


def _first_of_each(parts: Sequence[tuple[Quantity, Part]]) -> dict[Quantity, Part]:
    found: dict[Quantity, Part] = {}
    for what, part in parts:
        found.setdefault(what, part)
    return found


def _given_by(expected: Any, calls: Sequence[Call]) -> Quantity:
    """Which call of the reference's run gave this very object; empty if none did."""
    for call in reversed(calls):
        for place, _, one in leaves(call.result, call.result, (call.label,)):
            if one is expected:
                return place
    return ()


def _name(what: Quantity, place: Place, labels: Mapping[str, Text]) -> Text:
    """`dW`, or a part or the whole of a function's result."""
    own = [key for key in place if isinstance(key, int) or not label_of(key, labels)]
    label, *within = what or ("",)
    if any(isinstance(key, str) for key in within):  # one of many, as b1 of what a gradient returns
        return text("{part} in the result of {label}", part=named(tuple(within), {}), label=label)
    if any(isinstance(key, str) for key in own):
        return named(tuple(own), {})
    if not place or not label:
        return named(place, {}) or text("the result")
    whole = text("the result of {label}", label=label)
    return joined((whole, named(tuple(within), {})), ": ", ": ") if within else whole


def _pair(level: Level, got: Any, expected: Any) -> Pair:
    alike = level.upstream is not None and np.shape(level.upstream) == expected.shape
    return Pair(
        got=got,
        expected=expected,
        rtol=level.rtol,
        sizes=level.sizes,
        wrong=compare(got, expected, level.rtol) is not None,
        upstream=np.asarray(level.upstream) if alike else None,
        earlier=_earlier(expected, level.calls),
    )


def _earlier(expected: Any, calls: Sequence[Call]) -> tuple[Any, ...]:
    """What the call that gave `expected` gave before, in the same shape."""
    arrays = [call for call in calls if isinstance(call.result, np.ndarray)]
    last = max((index for index, call in enumerate(arrays) if np.array_equal(call.result, expected)), default=None)
    if last is None:
        return ()
    who = (arrays[last].label, arrays[last].target)
    return tuple(
        call.result
        for call in arrays[:last]
        if (call.label, call.target) == who and call.result.shape == expected.shape
    )


# --- a term that is an argument ---------------------------------------------------------------------------------


def _term(here: Sequence[tuple[Level, Pair]], name: Text) -> Diagnosis | None:
    """The difference is one of the arguments: a term lost, or counted twice."""
    found: set[tuple[str, int, bool]] | None = None
    informative = 0
    for level, pair in here:
        terms = {
            (one.label, place): arg
            for one in level.steps
            for place, arg in enumerate(one.args, 1)
            if isinstance(arg, np.ndarray) and np.any(arg) and _fits(arg, pair)
        }
        if not pair.wrong:  # it would be missing here as well
            found = found and {claim for claim in found if claim[:2] not in terms}
            continue
        if pair.got.shape != pair.expected.shape or not terms:
            return None
        fitting = {
            (label, place, lost)
            for (label, place), arg in terms.items()
            for lost in (True, False)
            if same(pair.got + arg if lost else pair.got - arg, pair.expected, pair.rtol)
        }
        found = fitting if found is None else found & fitting
        informative += pair.expected.size
    if not found or informative < 2 * ENOUGH:
        return None
    label, place, lost = min(found)
    message = (
        text("{name} is smaller by exactly argument {place} of {label}: that term is missing.")
        if lost
        else text("{name} is larger by exactly argument {place} of {label}: that term is added once too often.")
    )
    return said("term-lost" if lost else "term-twice", 0.9, filled(message, name=name, place=place, label=label),
                text("Compare the sum with the formula, term by term."))  # fmt: skip


_REDUCTIONS: tuple[tuple[Callable[..., Any], Text], ...] = ((np.sum, text("sum")), (np.mean, text("mean")))


def _reduced(here: Sequence[tuple[Level, Pair]], name: Text) -> Diagnosis | None:
    """A sum or mean of an argument that runs over another axis than it should, or is the other of the two."""
    found: set[tuple[int, int | None, int, int | None]] | None = None
    for level, pair in sorted(here, key=lambda one: not one[1].wrong):
        arguments = [arg for one in level.steps for arg in one.args if isinstance(arg, np.ndarray) and arg.ndim > 1]
        if not pair.wrong:  # where right and wrong are another thing, it shows that this is not what happens
            found = found and {claim for claim in found if not _shows(claim, arguments, pair)}
            continue
        fitting = {
            (right, along, wrong, other)
            for arg in arguments
            for right, along in _ways(arg, pair.expected, pair.rtol)
            for wrong, other in _ways(arg, pair.got, pair.rtol)
        }
        found = fitting if found is None else found & fitting
    if not found:
        return None
    right, along, wrong, other = min(found, key=str)
    got, expected = _REDUCTIONS[wrong][1], _REDUCTIONS[right][1]
    where, there = _axis(other), _axis(along)
    return said("other-reduction", 0.9,
                text("{name} is the {got} {where}, where the {expected} {there} belongs.", name=name, got=got, where=where, expected=expected, there=there),
                text("Which axis has to disappear, and is it added up or averaged?"))  # fmt: skip


def _shows(claim: tuple[int, int | None, int, int | None], arguments: Sequence[Any], pair: Pair) -> bool:
    """Whether a value that is right would be another one if the claim were true."""
    right, along, wrong, other = claim
    return any(
        (right, along) in _ways(arg, pair.expected, pair.rtol)
        and (wrong, other) not in _ways(arg, pair.expected, pair.rtol)
        for arg in arguments
    )


def _ways(arg: Any, result: Any, rtol: float) -> list[tuple[int, int | None]]:
    """The reductions of `arg` that give `result`; a single number tells nothing about an axis."""
    axes: list[int | None] = [None, *range(arg.ndim)]
    ways = [(number, axis) for number in range(len(_REDUCTIONS)) for axis in axes]
    return [(number, axis) for number, axis in ways if same(_REDUCTIONS[number][0](arg, axis=axis), result, rtol)]


def _axis(axis: int | None) -> Text:
    return text("over everything") if axis is None else text("over axis {axis}", axis=axis)


def _fits(arg: Any, pair: Pair) -> bool:
    try:
        return bool(np.broadcast_shapes(arg.shape, pair.expected.shape) == pair.expected.shape)
    except ValueError:
        return False


# --- the parts of a result ------------------------------------------------------------------------------------


def _exchanged(levels: Sequence[Level], parts: Sequence[Mapping[Quantity, Part]]) -> Diagnosis | None:
    """Two parts of a result that stand in each other's place, wherever both were seen."""
    found: dict[tuple[Quantity, Quantity], tuple[Text, Text]] = {}
    refuted: set[tuple[Quantity, Quantity]] = set()
    for level, here in zip(levels, parts, strict=True):
        for (one, first), (other, second) in combinations(here.items(), 2):
            if first.pair.expected.size < 2 or same(first.pair.expected, second.pair.expected, level.rtol):
                continue
            crossed = same(first.pair.got, second.pair.expected, level.rtol) and same(
                second.pair.got, first.pair.expected, level.rtol
            )
            if not crossed:
                refuted.add((one, other))
            elif level.failed:
                found.setdefault((one, other), (first.name, second.name))
    claims = [pair for pair in found if pair not in refuted]
    if not claims:
        return None
    one, other = found[min(claims, key=str)]
    return said("exchanged", 0.95, text("{one} and {other} are exchanged (in the other order).", one=one, other=other),
                text("In which order does the caller expect them?"))  # fmt: skip
