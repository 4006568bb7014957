"""What a scenario did, step by step, and that in short for a person. `story.py` makes a program of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

SMALL = 64  # entries: of larger arrays only the shape is kept
MOST_CALLS = 6
WIDEST = 160

Verb = Literal["new", "call", "beside", "get", "set", "rng", "items", "after"]


class Came(NamedTuple):
    """Where a value came from: what an earlier step gave, or what is in that, e.g. its second array."""

    handle: int
    path: tuple[Any, ...] = ()


class Step(NamedTuple):
    """One step of a scenario: its arguments as they were before it.

    Attributes:
        target: the object whose method or attribute it is, by handle; 0 is the answer itself.
        handle: what the result is kept as.
        function: of `beside`, what is called.
        came: of its arguments, by `id`, those that are results of earlier steps.
    """

    label: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    verb: Verb = "call"
    target: int = 0
    name: str = ""
    handle: int = 0
    function: Any = None
    came: dict[int, Came] = {}  # noqa: RUF012  never changed


Origin = Callable[[Any], Came | None]


def step(label: str, args: Any, kwargs: Any, origin: Origin = lambda _: None, **more: Any) -> Step:
    """A step that stays true when its arguments are changed later. `origin` knows where a value came from."""
    came: dict[int, Came] = {}

    def kept(value: Any) -> Any:
        copy = _kept(value, kept)
        if (source := origin(value)) is not None:
            came[id(copy)] = source
        return copy

    named = {key: kept(arg) for key, arg in kwargs.items()}
    return Step(label=label, args=tuple(map(kept, args)), kwargs=named, came=came, **more)


def _kept(value: Any, kept: Callable[[Any], Any]) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy() if value.size <= SMALL else Shape(value.shape)
    if type(value) is dict:
        return {key: kept(item) for key, item in value.items()}
    return type(value)([kept(item) for item in value]) if type(value) in (list, tuple) else value


class Shape(NamedTuple):
    """What is kept of a large array."""

    shape: tuple[int, ...]


def calls(steps: Sequence[Step]) -> str:
    """The last few calls, one a line; empty if there were none."""
    lines = [_line(one) for one in steps[-MOST_CALLS:]]
    if len(steps) > MOST_CALLS:
        lines.insert(0, "…")
    return "\n".join(f"  {line}" for line in lines)


def _line(one: Step) -> str:
    line = _written(one)
    return line if len(line) <= WIDEST else _written(one._replace(**_only_shapes(one)))[:WIDEST]


def _only_shapes(one: Step) -> dict[str, Any]:
    return {"args": tuple(map(_shapes, one.args)), "kwargs": _shapes(one.kwargs)}


def _written(one: Step) -> str:
    words = [_word(arg) for arg in one.args] + [f"{key}={_word(arg)}" for key, arg in one.kwargs.items()]
    return f"{one.label}({', '.join(words)})"


def _shapes(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.ndim:
        return Shape(value.shape)
    if isinstance(value, dict):
        return {key: _shapes(item) for key, item in value.items()}
    return type(value)([_shapes(item) for item in value]) if type(value) in (list, tuple) else value


def _word(value: Any) -> str:
    if isinstance(value, Shape):
        return f"<array {value.shape}>"
    if isinstance(value, np.ndarray):
        return _word(value.tolist())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_word(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_word(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (bool, np.bool_)) or value is None or isinstance(value, str):
        return repr(value)
    if isinstance(value, (int, float, np.generic)):
        return f"{value:g}" if isinstance(value, (float, np.floating)) else str(value)
    return repr(value)  # an object of the answer, or a function that is handed to it
