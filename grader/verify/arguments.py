"""Arguments: a check compares with what it handed out, and not with what came back.

Every known mistake is run once more as an answer that rewrites what it is handed: after each call all its arguments are
0, and in a second run they are what it returned. Each check that rejects the mistake must still reject it. The same is
asked of every mutant, but only of the check that rejects it first: the others are not run on it either.

Where the reference itself changes its arguments, the second run is left out: an optimiser that returns the new
parameters, and forgets to change the old ones, is right once they are what it returned.

The implementation itself works on copies. So it does what it always does, and what a check sees is another thing only
where the check looks at its arguments afterwards. A mutant that did not survive its check in a worker is left out: this
runs in the grader's own process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader.checks.difference import difference
from grader.checks.oracle import Oracle
from grader.model import Check, Text, same
from grader.sandbox.inside.interpreter import Interpreter
from grader.verify.certificate import Finding, checks_file
from grader.words import text

Implement = Callable[[], dict[str, Any]]  # makes a namespace anew


def arguments(oracle: Oracle) -> Iterator[Finding]:
    """Checks that reject a known mistake, but not when it also rewrites its arguments."""
    for mistake in oracle.mistakes:
        for check in oracle.checks:
            if any(
                oracle.differences(check, (oracle.of_mistake(mistake, check, level) for level in range(check.levels)))
            ):
                yield from rewriting(oracle, mistake.slug, mistake.implement, check)


def rewriting(oracle: Oracle, who: str, implement: Implement, check: Check) -> Iterator[Finding]:
    """Whether `check` rejects a wrong implementation only as long as it does not rewrite its arguments."""
    in_place = any(one.trace.changed for one in oracle.expect(check))
    for what, interpreter in ((same("0"), _Zeroing), (text("what it returned"), _Returning)):
        if in_place and interpreter is _Returning:
            continue
        seen = (
            (oracle.of_symbols(implement(), check, level, interpreter), oracle.expected(check, level))
            for level in range(check.levels)
        )
        if not any(difference(one, expected, check.rtol) for one, expected in seen):
            yield _finding(oracle, who, check, what)


def _finding(oracle: Oracle, who: str, check: Check, what: Text) -> Finding:
    said = text(
        "{check} rejects {who!r}, but not when each call also sets its arguments to {what}; compare with what was handed "
        "out, not with what came back.",
        check=check.id,
        who=who,
        what=what,
    )
    return Finding(checks_file(oracle.exercise, check), said)


class _Rewriting(Interpreter):
    """Carries out calls on copies of their arguments, and then rewrites what was handed over."""

    def _call(self, function: Any, args: Any, kwargs: Any, points: list[Any]) -> Any:
        copies: dict[int, tuple[Any, Any]] = {}
        result = super()._call(function, _copy(args, copies), _copy(kwargs, copies), points)
        result = _copy(result, {})  # it may be an argument
        for original, own in copies.values():
            _put(original, _copy(own, {}))
        for argument in (*args, *kwargs.values()):
            self._rewrite(argument, result)
        return result

    def _rewrite(self, argument: Any, result: Any) -> None:
        raise NotImplementedError


class _Zeroing(_Rewriting):
    def _rewrite(self, argument: Any, result: Any) -> None:
        if isinstance(argument, np.ndarray):
            argument[...] = 0
            return
        for key, item in _items(argument):
            if isinstance(item, (bool, int, float, complex, np.generic)) and not isinstance(argument, tuple):
                argument[key] = 0
            else:
                self._rewrite(item, result)


class _Returning(_Rewriting):
    def _rewrite(self, argument: Any, result: Any) -> None:
        if isinstance(argument, np.ndarray):
            _first_that_fits(argument, _parts(result))
            return
        namesakes = dict(_items(result)) if type(result) is type(argument) else {}
        for key, item in _items(argument):
            self._rewrite(item, namesakes.get(key, result))


def _first_that_fits(array: Any, parts: list[Any]) -> None:
    """Fill `array` with one of `parts`: one of its shape, else one that can be brought to it, else none."""
    for part in sorted(parts, key=lambda part: np.shape(part) != array.shape):
        if np.ndim(part) <= array.ndim and all(
            n in (1, m) for n, m in zip(np.shape(part)[::-1], array.shape[::-1], strict=False)
        ):
            np.copyto(array, part, casting="unsafe")
            return


def _parts(value: Any) -> list[Any]:
    """The arrays and numbers of a result."""
    if isinstance(value, (np.ndarray, np.generic, bool, int, float, complex)):
        return [value] if np.asarray(value).dtype.kind in "biufc" else []
    return [part for _, item in _items(value) for part in _parts(item)]


def _items(value: Any) -> list[tuple[Any, Any]]:
    """Keys and entries of a container."""
    if type(value) is dict:
        return list(value.items())
    return list(enumerate(value)) if type(value) in (list, tuple) else []


def _copy(value: Any, copies: dict[int, tuple[Any, Any]]) -> Any:
    """A copy of arrays and containers, other things themselves. `copies` collects what can be changed, with its copy."""
    if id(value) in copies:
        return copies[id(value)][1]
    made = value
    if isinstance(value, np.ndarray):
        made = value.copy()
    elif type(value) is tuple:
        return tuple(_copy(item, copies) for item in value)
    elif type(value) is list:
        made = [_copy(item, copies) for item in value]
    elif type(value) is dict:
        made = {key: _copy(item, copies) for key, item in value.items()}
    if made is not value:
        copies[id(value)] = (value, made)
    return made


def _put(original: Any, contents: Any) -> None:
    """Change an array, list or dict in place, as the implementation changed its copy."""
    if isinstance(original, list):
        original[:] = contents
    elif isinstance(original, dict):
        original.clear()
        original.update(contents)
    elif original.shape == contents.shape:
        original[...] = contents
