"""Reads a worker's reply to one request. All of it is hostile: whatever is not exactly a reply is a WireError.

A reply is three things: the outcome of each operation, what became of the caller's objects that were changed in
place, and the warnings of the answer's lines.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.sandbox.inside import interpreter, wire


def read_reply(
    reply: bytes, mutables: list[Any]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, Any]], list[tuple[str, int]]]:
    """Outcomes, pairs of a caller's object and its new contents, warnings. Raises WireError on anything else."""
    parts = wire.loads(reply)
    if not (type(parts) is tuple and [type(part) for part in parts] == [bytes, bytes, list]):
        raise wire.WireError("not a reply")
    if len(parts[2]) > interpreter.MAX_WARNINGS or not all(_is_warning(item) for item in parts[2]):
        raise wire.WireError("not a list of warnings")
    outcomes = wire.loads(parts[0])
    if type(outcomes) is not list or not all(_is_outcome(outcome) for outcome in outcomes):
        raise wire.WireError("not a list of outcomes")
    decoder = wire.Decoder(parts[1], mutables, register=False)
    count = decoder.read()
    if type(count) is not int or not 0 <= count <= len(mutables):
        raise wire.WireError("not a list of changes")
    changes = []
    for _ in range(count):
        index = decoder.read()
        if type(index) is not int or not 0 <= index < len(mutables):
            raise wire.WireError("a change of nothing")
        contents = decoder.read()
        value = mutables[index]
        if type(contents) is not type(value):
            raise wire.WireError("a change of type")
        if isinstance(value, np.ndarray) and (contents.shape != value.shape or contents.dtype != value.dtype):
            raise wire.WireError("a change of shape")
        changes.append((value, contents))
    if decoder.at != len(parts[1]):
        raise wire.WireError("bytes follow the changes")
    return outcomes, changes, parts[2]


def _is_warning(item: Any) -> bool:
    if type(item) is not tuple or [type(part) for part in item] != [str, int]:
        return False
    return len(item[0]) <= interpreter.MAX_WARNING_TEXT and item[1] in interpreter.LINES


def _is_outcome(outcome: Any) -> bool:
    if type(outcome) is not tuple or not outcome or type(outcome[0]) is not str:
        return False
    if outcome[0] == "value":
        return len(outcome) == 3 and _are_points(outcome[2])
    if outcome[0] == "handle":
        named = len(outcome) == 3 and _is_short(outcome[1], wire.MAX_TYPE_NAME) and outcome[1].isprintable()
        return named and _are_points(outcome[2])
    return is_error(outcome)


def is_error(outcome: Any) -> bool:
    """Whether it is `interpreter.describe`'s: ("error", kind, type name, text, line), each within its bounds; of
    source that cannot be read, with the column.

    What something is is asked before it is compared: an array that is compared with a text has no truth.
    """
    return (
        type(outcome) is tuple
        and [type(part) for part in outcome[:4]] == [str] * 4
        and (len(outcome) == 5 or (len(outcome) == 6 and outcome[1] == "syntax" and _is_place(outcome[5])))
        and outcome[0] == "error"
        and outcome[1] in interpreter.KINDS
        and _is_short(outcome[2], wire.MAX_TYPE_NAME)
        and outcome[2].isprintable()
        and _is_short(outcome[3], interpreter.MAX_ERROR_TEXT)
        and _is_place(outcome[4])
    )


def _is_place(value: Any) -> bool:
    return value is None or (type(value) is int and value in interpreter.LINES)


def _is_short(value: Any, longest: int) -> bool:
    return type(value) is str and len(value) <= longest


def _are_points(value: Any) -> bool:
    return type(value) is list and len(value) <= interpreter.MAX_POINTS


def left(argument: Any, changes: list[tuple[Any, Any]]) -> Any:
    """A copy of what an answer left of `argument`; nothing in it is an object of the caller's.

    What was changed may name any of the caller's objects, itself too, so few bytes could stand for very much, or for
    something without an end. Raises WireError then.
    """
    now = {id(value): contents for value, contents in changes}
    room, values = wire.MAX_BODY_BYTES, wire.MAX_VALUES

    def copy(value: Any, depth: int) -> Any:
        nonlocal room, values
        value = now.get(id(value), value)
        room -= value.nbytes if isinstance(value, np.ndarray) else 8
        values -= 1
        too_deep = depth > wire.MAX_DEPTH and type(value) is not wire.Opaque  # which stands for what is
        if room < 0 or values < 0 or too_deep:
            raise wire.WireError("an argument without an end")
        if isinstance(value, np.ndarray):
            return value.copy()
        if type(value) in (list, tuple):
            return type(value)([copy(item, depth + 1) for item in value])
        if type(value) is dict:
            return {key: copy(item, depth + 1) for key, item in value.items()}
        return value

    return copy(argument, 0)
