"""Where in a scenario a value that its check compares came from: the step after which the check had all it needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from grader.checks.lab import Trace
from grader.checks.story import Untold


class Origin(NamedTuple):
    """
    Attributes:
        step: its place in the story.
        part: which part of what the step gave; of a move nothing.
        is_move: whether it is how far a call moved the argument that the step looks at.
    """

    step: int
    part: tuple[Any, ...] = ()
    is_move: bool = False


def origin(trace: Trace, other: Trace, got: Any, expected: Any) -> Origin | None:
    """The latest step that gave `got` in one and `expected` in the other; else the latest that shows a move by so much."""
    places = sorted(trace.results.keys() & other.results.keys(), reverse=True)
    for place in places:
        for path in _paths(trace.results[place], ()):
            one, two = _part(trace.results[place], path), _part(other.results[place], path)
            if alike(one, got) and alike(two, expected):
                return Origin(place, part=path)
    for place in places:
        pairs = zip(_moves(trace, place), _moves(other, place), strict=False)
        if any(alike(one, got) and alike(two, expected) for one, two in pairs):
            return Origin(place, is_move=True)
    return None


def _moves(trace: Trace, place: int) -> list[Any]:
    """How far a call moved each array of the argument that is looked at here."""
    look = trace.story[place]
    call = next((one for one in reversed(trace.story[:place]) if one.verb in ("call", "beside")), None)
    if look.verb != "after" or call is None or look.args[0] is None:
        return []
    before = (*call.args, *call.kwargs.values())[look.args[0]]
    pairs = ((_part(trace.results[place], path), _part(before, path)) for path in _paths(before, ()))
    return [
        now - was.astype(now.dtype)
        for now, was in pairs
        if isinstance(now, np.ndarray) and isinstance(was, np.ndarray) and now.shape == was.shape
    ]


def _paths(value: Any, path: tuple[Any, ...]) -> Iterable[tuple[Any, ...]]:
    yield path
    if len(path) < 2 and type(value) in (list, tuple):
        for key, item in enumerate(value[:100]):
            yield from _paths(item, (*path, key))
    elif len(path) < 2 and type(value) is dict:
        for key, item in list(value.items())[:100]:
            yield from _paths(item, (*path, key))


def _part(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        is_there = key in value if type(value) is dict else type(value) in (list, tuple) and key < len(value)
        if not is_there:
            return Untold
        value = value[key]
    return value


def alike(one: Any, other: Any) -> bool:
    """Whether two plain values or arrays are the same."""
    numbers = (np.ndarray, np.generic, bool, int, float, complex)
    if isinstance(one, numbers) and isinstance(other, numbers):
        return np.shape(one) == np.shape(other) and bool(
            np.array_equal(one, other, equal_nan=np.asarray(one).dtype.kind in "fc")
        )
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(item, other[key]) for key, item in one.items())
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    return isinstance(one, (str, bytes, type(None))) and one == other
