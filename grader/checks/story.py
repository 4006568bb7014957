"""A scenario as a program: what it did, in order, in Python that runs below an answer. Made only after a failure."""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.checks.calls import Shape, Step
from grader.checks.lab import Remote, Shipped, Trace

WIDE = 79  # columns: in a longer line arrays get names
DTYPE_OF_ITSELF = ("float64", "int64", "bool", "complex128")  # which np.array gives to a list

Names = Callable[[Step], Sequence[str]]  # of a call's parameters


class Untold(Exception):
    """It cannot be told as a program: an array was too large to be kept, or something has no words."""


def program(
    trace: Trace, names: Names, spelled: Mapping[str, str], end: int | None = None, of: Sequence[Any] = ()
) -> str:
    """The steps up to `end`, each in a line of its own or with its arrays above it. Raises Untold.

    `names`: what the parameters of a call are called; `spelled`: of symbols that the answer calls something else. The last
    line is an expression; `of`: which part of its value is meant.
    """
    story = trace.story[:end]
    if not story:
        raise Untold
    return "\n".join(_Teller(story, names, spelled).told(of))


class _Teller:
    def __init__(self, story: Sequence[Step], names: Names, spelled: Mapping[str, str]) -> None:
        self.story = story
        self.names = names
        self.spelled = spelled
        self.lines: list[str] = []
        self.variables: dict[int, str] = {}
        self.needed = _handles_in(story)
        functions = [
            value
            for one in story
            for value in (one.function, *_flat(one.args), *_flat(one.kwargs))
            if isinstance(value, Shipped)
        ]
        self.taken = {
            "np",
            "random",
            *spelled.values(),
            *(one.name for one in functions),
            *(key for one in functions for key in one.constants),
        }
        self.defined: dict[str, Shipped] = {}
        self.arguments: tuple[str, ...] = ()  # the latest call's, as they were written

    def told(self, of: Sequence[Any]) -> list[str]:
        last = len(self.story) - 1
        for place, one in enumerate(self.story):
            line = self._line(one, asked=_is_asked_for_later(self.story, place))
            if one.verb == "after" and place < last:
                self.variables[one.handle] = line  # the argument itself
            elif one.verb == "set":
                self.lines.append(line)
            elif place == last:
                self.lines.append(line + "".join(f"[{key!r}]" for key in of))
            elif one.handle in self.needed:
                self.variables[one.handle] = name = self._new_name(one)
                self.lines.append(f"{name} = {line}")
            elif one.verb in ("call", "beside", "new", "items"):
                self.lines.append(line)
            # reading what is used no further tells nothing
        return self.lines

    def _line(self, one: Step, asked: bool) -> str:
        if one.verb == "rng":
            return f"np.random.default_rng({one.args[0]})"
        if one.verb == "get":
            return f"{self._owner(one)}.{one.name}" if one.target else self.spelled.get(one.name, one.name)
        if one.verb == "items":
            return f"list({self._owner(one)})"
        if one.verb == "after":
            place = one.args[0]
            if place is None or place >= len(self.arguments) or not self.arguments[place].isidentifier():
                raise Untold
            return str(self.arguments[place])
        if one.verb == "set":
            return f"{self._owner(one)}.{one.name} = {self._word(one.args[0], one)}"
        return self._call(one, asked)

    def _owner(self, one: Step) -> str:
        if one.target not in self.variables:
            raise Untold
        return self.variables[one.target]

    def _call(self, one: Step, asked: bool) -> str:
        if one.verb == "beside":
            self._define(one.function)
        owner = f"{self._owner(one)}." if one.target else ""
        called = (
            owner[:-1]
            if one.name == "__call__"
            else f"{owner}{self.spelled.get(one.name, one.name) if not owner else one.name}"
        )
        words = [self._word(arg, one) for arg in one.args]
        named = {key: self._word(arg, one) for key, arg in one.kwargs.items()}
        if asked or len(_call_of(called, words, named)) > WIDE:
            parameters = [
                *self.names(one)[: len(words)],
                *(f"a{place}" for place in range(len(self.names(one)), len(words))),
            ]
            words = [
                self._above(word, arg, name, asked, one)
                for word, arg, name in zip(words, one.args, parameters, strict=True)
            ]
            named = {key: self._above(word, one.kwargs[key], key, asked, one) for key, word in named.items()}
        self.arguments = (*words, *named.values())
        return _call_of(called, words, named)

    def _above(self, word: str, value: Any, name: str, asked: bool, one: Step) -> str:
        """An argument that takes room in a line above, and its name; else itself."""
        is_long = len(word) > 12 and isinstance(value, (np.ndarray, list, tuple, dict))
        if (
            word.isidentifier()
            or id(value) in one.came
            or not (is_long or (asked and isinstance(value, (np.ndarray, list, dict))))
        ):
            return word
        base = name = name if name.isidentifier() and not keyword.iskeyword(name) else "value"
        number = 1
        while name in self.taken or name in self.variables.values():
            number += 1
            name = f"{base}{number}"
        self.lines += _assigned(name, self._parts(value, one))
        return name

    def _new_name(self, one: Step) -> str:
        name = {"new": _word_for(one.name), "rng": "rng", "get": one.name}.get(one.verb, "result")
        if one.verb == "new" and any(step.target == one.handle and step.name == "forward" for step in self.story):
            name = "layer"
        found, number = name, 1
        while found in self.taken or keyword.iskeyword(found):
            number += 1
            found = f"{name}{number}"
        self.taken.add(found)
        return found

    def _define(self, function: Shipped) -> None:
        before = self.defined.get(function.name)
        if before is function:
            return
        if before and (before.source, repr(before.constants)) == (function.source, repr(function.constants)):
            return
        if before and any(key in before.constants for key in function.constants):
            raise Untold  # the older one would read the newer one's constants
        self.defined[function.name] = function
        for key, value in function.constants.items():
            self.lines += _assigned(key, self._parts(value, None))
        self.lines += function.source.split("\n")

    def _parts(self, value: Any, one: Step | None) -> tuple[str, Sequence[str], str]:
        """A value as its rows or entries, with what stands before and behind them."""
        if isinstance(value, np.ndarray) and value.ndim > 1 and value.size:
            word, rows = literal(value), [_nested(row) for row in value.tolist()]
            return "np.array([", rows, word[len("np.array([") + len(", ".join(rows)) :]
        if type(value) is dict:
            return "{", [f"{literal(key)}: {self._word(item, one)}" for key, item in value.items()], "}"
        if type(value) is list:
            return "[", [self._word(item, one) for item in value], "]"
        return self._word(value, one), (), ""

    def _word(self, value: Any, one: Step | None) -> str:
        came = one.came.get(id(value)) if one else None
        if came is not None:
            if came.handle not in self.variables:
                raise Untold
            return self.variables[came.handle] + "".join(f"[{key!r}]" for key in came.path)
        if isinstance(value, Shipped):
            self._define(value)
            return value.name
        if isinstance(value, (Shape, Remote)):
            raise Untold
        if isinstance(value, dict):
            return (
                "{"
                + ", ".join(f"{self._word(key, None)}: {self._word(item, one)}" for key, item in value.items())
                + "}"
            )
        if isinstance(value, tuple):
            return "(" + ", ".join(self._word(item, one) for item in value) + ("," * (len(value) == 1)) + ")"
        if isinstance(value, list):
            return "[" + ", ".join(self._word(item, one) for item in value) + "]"
        return literal(value)


def literal(value: Any) -> str:
    """A plain value or an array as Python reads it. Raises Untold."""
    if isinstance(value, np.ndarray):
        if not value.size and value.ndim != 1:
            return f"np.zeros({value.shape}, dtype=np.{value.dtype})"
        body = _nested(value.tolist())
        usual = value.dtype.name in DTYPE_OF_ITSELF and value.size
        return f"np.array({body})" if usual else f"np.array({body}, dtype=np.{value.dtype})"
    if isinstance(value, np.generic):
        return f"np.{value.dtype.type.__name__}({_nested(value.item())})"
    if isinstance(value, (bool, int, float, complex, str, bytes)) or value is None:
        return _nested(value)
    raise Untold


def _nested(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_nested, value)) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        return "np.nan" if math.isnan(value) else "np.inf" if value > 0 else "-np.inf"
    return repr(value)


def _call_of(called: str, words: Iterable[str], named: Mapping[str, str]) -> str:
    return f"{called}({', '.join([*words, *(f'{key}={word}' for key, word in named.items())])})"


def _assigned(name: str, parts: tuple[str, Sequence[str], str]) -> list[str]:
    """`name = …`, in lines where that is too long for one: after each row, or each entry of a dict."""
    head, items, tail = parts
    line = f"{name} = {head}{', '.join(items)}{tail}"
    if len(line) <= WIDE or len(items) < 2:
        return [line]
    blanks = " " * (len(name) + 3 + len(head))
    *inner, last = items
    return [
        f"{name} = {head}{inner[0]},",
        *(f"{blanks}{item}," for item in inner[1:]),
        f"{blanks}{last}{tail}",
    ]


def _word_for(class_name: str) -> str:
    """A name for an object: the last word of its class's."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+", class_name)
    return str(words[-1]).lower() if words else "made"


def _flat(value: Any) -> Iterable[Any]:
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _flat(item)
    else:
        yield value


def _handles_in(story: Sequence[Step]) -> set[int]:
    """Of what later steps go on with."""
    return {one.target for one in story} | {came.handle for one in story for came in one.came.values()}


def _is_asked_for_later(story: Sequence[Step], place: int) -> bool:
    """Whether what a call leaves of its arguments is looked at."""
    for one in story[place + 1 :]:
        if one.verb in ("call", "beside"):
            return False
        if one.verb == "after":
            return True
    return False
