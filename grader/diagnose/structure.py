"""What kind of wrong an array is, for mistakes that nobody listed: a factor, a transpose, a sum too few.

A kind is claimed only if it holds for every entry at every size of the check, so that no accident of one small
example is taken for a rule. The sizes that the check drew give a factor its meaning: 4 is *N times* only if it is
N at the other sizes too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.checks.calls import Step
from grader.checks.compare import compare, leaves
from grader.checks.lab import Call
from grader.diagnose.kinds import ENOUGH, KINDS, Pair, said, same
from grader.model import Diagnosis, Text
from grader.words import filled, text


class Level(NamedTuple):
    """One level of a failed check: both observations, and what stands around them.

    Attributes:
        calls, steps: of the reference's run.
    """

    got: Any
    expected: Any
    rtol: float
    sizes: Mapping[str, int]
    upstream: Any = None
    calls: tuple[Call, ...] = ()
    steps: tuple[Step, ...] = ()


def structure(levels: Sequence[Level]) -> Diagnosis | None:
    """The kind of error of the first part of a check's result that differs, or None if it is of no simple kind."""
    parts = [_parts(level) for level in levels]
    exchanged = _exchanged(parts)
    if exchanged:
        return exchanged
    path = next((path for one in parts for path, pair in one.items() if _is_wrong(pair)), None)
    if path is None:
        return None
    pairs = [one.get(path) for one in parts]
    wrong = [pair for pair in pairs if pair and _is_wrong(pair)]
    plain = [pair for pair in wrong if pair.got.dtype.kind in "fiu" and pair.expected.dtype.kind == "f"]
    if not plain or len(plain) < len(wrong) or not all(np.all(np.isfinite(pair.got)) for pair in plain):
        return None
    name = Text(path, path) if path else text("the result")
    about_arguments = _term(levels, pairs, name) or _reduced(levels, pairs, name)
    if about_arguments:
        return about_arguments
    for kind in KINDS:
        found = kind(plain, name)
        if found:
            return found
    return None


def _parts(level: Level) -> dict[str, Pair]:
    """The parts of a result that can be compared, by their path in it."""
    parts: dict[str, Pair] = {}
    for path, got, expected in leaves(level.got, level.expected):
        one, other = np.asarray(got), np.asarray(expected)
        alike = level.upstream is not None and np.shape(level.upstream) == other.shape
        upstream = np.asarray(level.upstream) if alike else None
        parts[path] = Pair(
            got=one,
            expected=other,
            rtol=level.rtol,
            sizes=level.sizes,
            upstream=upstream,
            earlier=_earlier(other, level.calls),
        )
    return parts


def _is_wrong(pair: Pair) -> bool:
    return compare(pair.got, pair.expected, pair.rtol) is not None


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


def _term(levels: Sequence[Level], pairs: Sequence[Pair | None], name: Text) -> Diagnosis | None:
    """The difference is one of the arguments: a term lost, or counted twice."""
    found: set[tuple[str, int, bool]] | None = None
    informative = 0
    for level, pair in zip(levels, pairs, strict=True):
        terms = [
            (one.label, place, arg)
            for one in level.steps
            for place, arg in enumerate(one.args, 1)
            if isinstance(arg, np.ndarray)
        ]
        if pair is None or pair.got.shape != pair.expected.shape or not terms or not np.all(np.isfinite(pair.got)):
            continue
        here = {
            (label, place, lost)
            for label, place, arg in terms
            for lost in (True, False)
            if np.any(arg)
            and _fits(arg, pair)
            and same(pair.got + arg if lost else pair.got - arg, pair.expected, pair.rtol)
        }
        found = here if found is None else found & here
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


def _reduced(levels: Sequence[Level], pairs: Sequence[Pair | None], name: Text) -> Diagnosis | None:
    """A sum or mean of an argument that runs over another axis than it should, or is the other of the two."""
    found: set[tuple[int, int | None, int, int | None]] | None = None
    for level, pair in zip(levels, pairs, strict=True):
        arguments = [arg for one in level.steps for arg in one.args if isinstance(arg, np.ndarray) and arg.ndim > 1]
        if pair is None or not arguments:
            continue
        here = {
            (right, along, wrong, other)
            for arg in arguments
            for right, along in _ways(arg, pair.expected, pair.rtol)
            for wrong, other in _ways(arg, pair.got, pair.rtol)
        }
        found = here if found is None else found & here
    if not found:
        return None
    right, along, wrong, other = min(found, key=str)
    got, expected = _REDUCTIONS[wrong][1], _REDUCTIONS[right][1]
    where, there = _axis(other), _axis(along)
    return said("other-reduction", 0.9,
                text("{name} is the {got} {where}, where the {expected} {there} belongs.", name=name, got=got, where=where, expected=expected, there=there),
                text("Which axis has to disappear, and is it added up or averaged?"))  # fmt: skip


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


def _exchanged(levels: Sequence[Mapping[str, Pair]]) -> Diagnosis | None:
    """Two parts of a dict, list or tuple that stand in each other's place, at every level."""
    found: set[tuple[str, str]] | None = None
    for parts in levels:
        wrong = [path for path, pair in parts.items() if _is_wrong(pair)]
        here = {
            (one, other)
            for i, one in enumerate(wrong)
            for other in wrong[i + 1 :]
            if parts[one].expected.size > 1
            and not same(parts[one].expected, parts[other].expected, parts[one].rtol)
            and same(parts[one].got, parts[other].expected, parts[one].rtol)
            and same(parts[other].got, parts[one].expected, parts[one].rtol)
        }
        found = here if found is None else found & here
    if not found:
        return None
    one, other = min(found)
    return said("exchanged", 0.95, text("{one} and {other} are exchanged (in the other order).", one=one, other=other),
                text("In which order does the caller expect them?"))  # fmt: skip
