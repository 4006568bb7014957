"""What kind of wrong an array is, for mistakes that nobody listed: a factor, a transpose, a sum too few.

A kind is claimed only if it holds for every entry at every size of the check, so that no accident of one small
example is taken for a rule. The sizes that the check drew give a factor its meaning: 4 is *N times* only if it is
N at the other sizes too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.compare import compare, leaves
from grader.diagnose.kinds import ENOUGH, KINDS, Pair, said, same
from grader.example import Step
from grader.lab import Call
from grader.model import Diagnosis, Text


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
    name = Text(path or "the result", path or "結果")
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
        parts[path] = Pair(one, other, level.rtol, level.sizes, upstream, _earlier(other, level.calls))
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
    return said(
        "term-lost" if lost else "term-twice", 0.9,
        f"{name.en} is {'smaller' if lost else 'larger'} by exactly argument {place} of {label}: that term is {'missing' if lost else 'added once too often'}.",
        f"{name.ja} が {label} の第 {place} 引数の分だけ{'小さく' if lost else '大きく'}なっています。その項が{'抜けて' if lost else '余分に足されて'}います。",
        Text("Compare the sum with the formula, term by term.", "和の項を、式と 1 つずつ見比べましょう。"),
    )  # fmt: skip


_REDUCTIONS: tuple[tuple[Callable[..., Any], Text], ...] = (
    (np.sum, Text("sum", "和")),
    (np.mean, Text("mean", "平均")),
)


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
    return said(
        "other-reduction", 0.9,
        f"{name.en} is the {got.en} {where.en}, where the {expected.en} {there.en} belongs.",
        f"{name.ja} が{there.ja}の{expected.ja}ではなく、{where.ja}の{got.ja}になっています。",
        Text("Which axis has to disappear, and is it added up or averaged?", "消えるのはどの軸で、足し合わせるのでしょうか、平均するのでしょうか。"),
    )  # fmt: skip


def _ways(arg: Any, result: Any, rtol: float) -> list[tuple[int, int | None]]:
    """The reductions of `arg` that give `result`; a single number tells nothing about an axis."""
    axes: list[int | None] = [None, *range(arg.ndim)]
    ways = [(number, axis) for number in range(len(_REDUCTIONS)) for axis in axes]
    return [(number, axis) for number, axis in ways if same(_REDUCTIONS[number][0](arg, axis=axis), result, rtol)]


def _axis(axis: int | None) -> Text:
    return Text("over everything", "全要素") if axis is None else Text(f"over axis {axis}", f"axis={axis} 方向")


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
    return said("exchanged", 0.95, f"{one} and {other} are exchanged (in the other order).", f"{one} と {other} が入れ替わっています(順番が逆です)。",
                 Text("In which order does the caller expect them?", "呼び出し側は、どの順番で受け取りますか。"))  # fmt: skip
