"""Trivial answers: nobody earns points for having written nothing.

Where an answer is held against itself, or has points for each part that is right, it could earn some with results that need no
thought. So these checks are run with answers that give zeros of the right shapes, the same number everywhere, what they were
handed, or None, whatever is called and whatever attribute is read; none of them may earn anything. (The stub is tried on all
checks, in `implementations.py`.)

Where the right answer is of that kind by nature, as that of the identity function, it is left out: what gives the same as the
reference in every call of every check is no trick. There such an answer gives None.

Behind a trivial answer works the reference, on copies, so that what it makes has the right shapes; it changes no argument.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.errors import AuthorError
from grader.model import Check, Text, same
from grader.sandbox.inside import wire
from grader.sandbox.inside.interpreter import Interpreter, Outcome
from grader.verify.certificate import Finding, checks_file
from grader.verify.costs import earned
from grader.words import text

Trick = Callable[[Any, list[Any]], Any]  # of what is right and what was handed over, what is returned instead


def trivial(oracle: Oracle) -> Iterator[Finding]:
    """Checks that give points to an answer in which nothing is done."""
    checks = [check for check in oracle.checks if check.points]
    watched = [check for check in checks if check.shares or any(one.trace.by_itself for one in oracle.expect(check))]
    if not watched:
        return
    for who, trick in _TRICKS:
        by_nature = _by_nature(oracle, checks, trick)
        for check in watched:
            seen = _seen(oracle, check, partial(_Trivial, trick=trick, by_nature=by_nature))
            points = earned(oracle, check, seen) if seen else 0.0
            if points:
                said = text(
                    "{check} gives {points:g} points to an answer that returns {who}, whatever it is asked.",
                    check=check.id,
                    points=points,
                    who=who,
                )
                yield Finding(checks_file(oracle.exercise, check), said)


def _by_nature(oracle: Oracle, checks: list[Check], trick: Trick) -> frozenset[str]:
    """What is called or read, by name, that gives what the trick gives in all calls of all checks."""
    unlike: dict[str, bool] = {}
    for check in checks:
        _seen(oracle, check, partial(_Comparing, trick=trick, unlike=unlike))
    return frozenset(label for label, differs in unlike.items() if not differs)


def _seen(oracle: Oracle, check: Check, driver: Callable[..., Interpreter]) -> list[Observation] | None:
    """What a check sees; None if it stumbles over what it gets."""
    try:
        return [oracle.of_symbols(oracle.reference, check, level, driver) for level in range(check.levels)]
    except AuthorError:
        return None


class _Behind(Interpreter):
    """Carries out everything on copies of the arguments, and hands each result that travels to `instead`."""

    def __init__(self, *interpreted: Any, trick: Trick) -> None:
        super().__init__(*interpreted)
        self.trick = trick
        self.handed: list[Any] = []  # arrays and numbers of the latest call that was handed any

    def _one(self, operation: Any, points: list[Any]) -> Outcome:
        outcome = super()._one(operation, [])  # a function that was handed over is not asked, as far as anybody sees
        if outcome[0] != "value" or operation[0] in ("set", "rng"):
            return (*outcome[:2], points)
        target = operation[1]
        owner = wire.type_name(self.objects[target]) + "." if target else ""
        return ("value", self.instead(f"{owner}{operation[2]}", outcome[1]), points)

    def _call(self, function: Any, args: Any, kwargs: Any, points: list[Any]) -> Any:
        handed = [one for arg in (*args, *kwargs.values()) for one in _numeric(arg)]
        self.handed = sorted(handed, key=np.ndim, reverse=True) or self.handed
        return super()._call(function, copy.deepcopy(args), copy.deepcopy(kwargs), points)

    def instead(self, label: str, result: Any) -> Any:
        raise NotImplementedError


class _Trivial(_Behind):
    def __init__(self, *interpreted: Any, trick: Trick, by_nature: frozenset[str]) -> None:
        super().__init__(*interpreted, trick=trick)
        self.by_nature = by_nature

    def instead(self, label: str, result: Any) -> Any:
        return None if label in self.by_nature else self.trick(result, self.handed)


class _Comparing(_Behind):
    def __init__(self, *interpreted: Any, trick: Trick, unlike: dict[str, bool]) -> None:
        super().__init__(*interpreted, trick=trick)
        self.unlike = unlike

    def instead(self, label: str, result: Any) -> Any:
        self.unlike[label] = self.unlike.get(label, False) or not _equal(self.trick(result, self.handed), result)
        return result


# --- the tricks -----------------------------------------------------------------------------------------------------


def _filled(number: float, result: Any, _: list[Any]) -> Any:
    """`result` with every number replaced by one, a whole one where it is whole."""
    return _leaf_by_leaf(lambda leaf: np.full_like(leaf, number if leaf.dtype.kind == "f" else np.ceil(number)), result)


def _input(result: Any, handed: list[Any]) -> Any:
    """`result` with every array replaced by an argument, if possible one of its shape."""
    if not handed:
        return None

    def fitting(leaf: Any) -> Any:
        return next((one for one in handed if np.shape(one) == np.shape(leaf)), handed[0])

    return copy.deepcopy(_leaf_by_leaf(fitting, result))


def _leaf_by_leaf(change: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _leaf_by_leaf(change, item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_leaf_by_leaf(change, item) for item in value)
    if not _is_numeric(value):
        return value
    made = change(np.asarray(value))
    return made if isinstance(value, np.ndarray) or np.ndim(made) else np.asarray(made)[()]


def _numeric(value: Any) -> Iterator[Any]:
    if type(value) in (dict, list, tuple):  # and not a function that is handed over, with its constants
        for item in value.values() if isinstance(value, dict) else value:
            yield from _numeric(item)
    elif _is_numeric(value):
        yield value


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (np.ndarray, np.generic, bool, int, float)) and np.asarray(value).dtype.kind in "biuf"


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_equal, one, other))
    return np.array_equal(one, other) if _is_numeric(one) and _is_numeric(other) else one is other


_TRICKS: tuple[tuple[Text, Trick], ...] = (
    (text("zeros"), partial(_filled, 0.0)),
    (text("the same number everywhere"), partial(_filled, 0.5)),
    (text("what it was handed"), _input),
    (same("None"), lambda result, handed: None),
)
