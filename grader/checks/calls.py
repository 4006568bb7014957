"""The calls that led to a failure, with their arguments, for a person to repeat by hand or in a shell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

SMALL = 64  # entries: larger arrays are told by their shape
MOST_CALLS = 6
WIDEST = 160


class Step(NamedTuple):
    """One call of a scenario: its arguments as they were before it."""

    label: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def step(label: str, args: Any, kwargs: Any) -> Step:
    """A step that stays true when its arguments are changed later."""
    return Step(label, tuple(_kept(arg) for arg in args), {key: _kept(arg) for key, arg in kwargs.items()})


def _kept(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy() if value.size <= SMALL else _Shape(value.shape)
    if type(value) is dict:
        return {key: _kept(item) for key, item in value.items()}
    return [_kept(item) for item in value] if type(value) in (list, tuple) else value


class _Shape(NamedTuple):
    shape: tuple[int, ...]


def calls(steps: Sequence[Step]) -> str:
    """The last few calls, one a line, each once; empty if there were none."""
    lines = list(dict.fromkeys(_line(one) for one in steps))[-MOST_CALLS:]
    return "\n".join(f"  {line}" for line in lines)


def _line(one: Step) -> str:
    line = _written(one)
    return line if len(line) <= WIDEST else _written(Step(one.label, *map(_shapes, (one.args, one.kwargs))))[:WIDEST]


def _written(one: Step) -> str:
    words = [_word(arg) for arg in one.args] + [f"{key}={_word(arg)}" for key, arg in one.kwargs.items()]
    return f"{one.label}({', '.join(words)})"


def _shapes(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.ndim:
        return _Shape(value.shape)
    if isinstance(value, dict):
        return {key: _shapes(item) for key, item in value.items()}
    return tuple(_shapes(item) for item in value) if type(value) is tuple else value


def _word(value: Any) -> str:
    if isinstance(value, _Shape):
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
