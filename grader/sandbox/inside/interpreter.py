"""Carries out a check's operations on an implementation, in whatever process that implementation lives.

The worker runs it on student code; the grader runs the very same on references and mistakes, so that a
scenario means the same on all of them. A request is a list of operations; the reply is a list of outcomes,
which ends at the first that went wrong.

    ("new",  name, handle, args, kwargs, stub)            module.name(*args), kept as `handle`
    ("call", target, name, handle, args, kwargs, stub)    target.name(*args); target 0 is the module
    ("get",  target, name, handle)                  target.name
    ("set",  target, name, value)                   target.name = value
    ("beside", 0, function, handle, args)           function(*args), a shipped function
    ("rng",  handle, seed)                          numpy.random.default_rng(seed), kept as `handle`
    ("items", target, "", handle)                   what target yields, as a list

`stub`, the names of the parameters by the statement, may be absent (`calling.py`).

    ("value",  value, points)                  the result, and what a shipped function was asked
    ("handle", type name, points)              the result stays here, as `handle`
    ("error",  kind, type name, text, line)    kind: one of KINDS, but syntax

Behind the outcomes stand the arguments that the answer changed in place (how many, then for each its index
among the request's mutable values and its new contents), and the warnings that its lines caused.
"""

from __future__ import annotations

import warnings
from itertools import islice
from typing import Any

import numpy as np

from . import wire
from .calling import fitted

MAX_POINTS = 5000
MAX_ITEMS = 2000  # of an iterator, which may have no end
MAX_ERROR_TEXT = 300
MAX_WARNINGS = 10
MAX_WARNING_TEXT = 100
MAX_NOTES = 50  # of what was left out of a notebook
MAX_NOTE_TEXT = 200
LINES = range(1, 1 << 31)
KINDS = ("missing", "not_implemented", "memory", "syntax", "exception")  # of errors

Outcome = tuple[Any, ...]


class Interpreter:
    """
    Attributes:
        module: the implementation's namespace.
        aliases: other spellings of a symbol that are accepted.
        filename: the file name that marks the implementation's own lines in a traceback.
    """

    def __init__(self, module: dict[str, Any], aliases: dict[str, Any], filename: str) -> None:
        self.module = module
        self.aliases = aliases
        self.filename = filename
        self.objects: dict[int, Any] = {}

    def carry_out(self, request: bytes) -> bytes:
        """One request to one reply. Raises whatever is not an Exception (SystemExit, KeyboardInterrupt)."""
        mutables: list[Any] = []
        decoder = wire.Decoder(request, mutables)
        operations = decoder.read()
        before = [_snapshot(value) for value in mutables]
        outcomes: list[Outcome] = []
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            for operation in operations:
                points: list[Any] = []
                try:
                    outcomes.append(self._one(operation, points))
                except Exception as error:
                    outcomes.append(describe(error, self.filename))
                    break
        results = wire.Encoder()
        results.write(outcomes)
        changed = [index for index, value in enumerate(mutables) if _changed(value, before[index])]
        changes = wire.Encoder(mutables, register=False, room=results.room)
        changes.write(len(changed))
        for index in changed:
            changes.write(index)
            changes.write_contents(mutables[index])
        # Outcomes apart from changes: results are copies, even of an argument that they are.
        return wire.envelope(results.data(), changes.data(), self._warnings(heard))

    def _warnings(self, heard: list[warnings.WarningMessage] | None) -> list[tuple[str, int]]:
        """Text and line of the warnings that the implementation's own lines caused, each once."""
        own = [
            (str(one.message)[:MAX_WARNING_TEXT], one.lineno)
            for one in heard or ()
            if one.filename == self.filename and line_or_none(one.lineno)
        ]
        return list(dict.fromkeys(own))[:MAX_WARNINGS]

    def _one(self, operation: Any, points: list[Any]) -> Outcome:
        verb, target = operation[0], operation[1]
        if verb == "set":
            setattr(self.objects[target], operation[2], self._local(operation[3], points))
            return ("value", None, points)
        if verb == "new":
            _, name, handle, args, kwargs, *stub = operation
            symbol = self._symbol(name)
            self.objects[handle] = self._call(symbol, *fitted(symbol, args, kwargs, *stub or [()]), points)
            return ("handle", wire.type_name(self.objects[handle]), points)
        if verb == "rng":
            self.objects[target] = np.random.default_rng(operation[2])
            return ("value", None, points)
        if verb == "items":
            return ("value", list(islice(self.objects[target], MAX_ITEMS)), points)
        if verb == "get":
            _, target, name, handle = operation
            result = self._symbol(name) if target == 0 else getattr(self.objects[target], name)
        elif verb == "beside":
            _, _, function, handle, args = operation
            result = self._call(self._local(function, points), args, {}, points)
        else:
            _, target, name, handle, args, kwargs, *stub = operation
            function = self._symbol(name) if target == 0 else self._method(self.objects[target], name)
            result = self._call(function, *fitted(function, args, kwargs, *stub or [()]), points)
        if travels(result):
            return ("value", result, points)
        self.objects[handle] = result
        return ("handle", wire.type_name(result), points)

    def _call(self, function: Any, args: Any, kwargs: Any, points: list[Any]) -> Any:
        return function(
            *[self._local(arg, points) for arg in args],
            **{key: self._local(arg, points) for key, arg in kwargs.items()},
        )

    def _symbol(self, name: str) -> Any:
        for spelling in (name, *self.aliases.get(name, ())):
            if spelling in self.module:
                return self.module[spelling]
        raise MissingSymbol(name)

    def _method(self, target: Any, name: str) -> Any:
        if name == "__call__":
            return target
        method = getattr(target, name, None)
        if method is None:
            raise MissingSymbol(f"{wire.type_name(target)}.{name}")
        return method

    def _local(self, value: Any, points: list[Any]) -> Any:
        """`value` with handles replaced by their objects and functions made callable."""
        if isinstance(value, wire.Handle):
            return self.objects[value.number]
        if isinstance(value, wire.Function):
            return _recording(value, points)
        if type(value) in (list, tuple) and any(isinstance(item, _LOCAL) for item in value):
            return type(value)(self._local(item, points) for item in value)
        if type(value) is dict and any(isinstance(item, _LOCAL) for item in value.values()):
            return {key: self._local(item, points) for key, item in value.items()}
        return value


_LOCAL = (wire.Handle, wire.Function)


class MissingSymbol(Exception):
    """The answer does not define a name that the exercise asks for: a function, a class or a method."""


def travels(value: Any) -> bool:
    """Whether `value` can be sent, rather than stay here under a handle."""
    if isinstance(value, np.ndarray):
        return wire.portable(value) is not None
    return value is None or isinstance(value, (int, float, complex, str, bytes, list, tuple, dict, np.generic))


def describe(error: BaseException, filename: str) -> Outcome:
    """`error` as data: what went wrong and on which line of the implementation."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    kind = "exception"
    if isinstance(error, MissingSymbol):
        kind = "missing"
    elif isinstance(error, NotImplementedError):
        kind = "not_implemented"
    elif isinstance(error, MemoryError):
        kind = "memory"
    try:
        text = str(error)[:MAX_ERROR_TEXT]
    except Exception:  # a student's __str__ may do anything; the type still tells what happened
        text = ""
    return ("error", kind, wire.type_name(error), text, line_or_none(line))


def line_or_none(line: object) -> int | None:
    """A number of a line as it may be told; Python itself has 0 and None for some errors."""
    return line if type(line) is int and line in LINES else None


def failure(error: BaseException, filename: str) -> bytes:
    """The reply to a request that `error` broke off."""
    return wire.envelope(wire.dumps([describe(error, filename)]), wire.dumps(0), [])


def _recording(function: wire.Function, points: list[Any]) -> Any:
    """The shipped function, which also writes down a copy of each first argument."""
    namespace: dict[str, Any] = {"np": np, **function.constants}
    exec(compile(function.source, f"<{function.name}>", "exec"), namespace)
    inner = namespace[function.name]

    def recorded(*args: Any, **kwargs: Any) -> Any:
        if args and len(points) < MAX_POINTS:
            points.append(np.array(args[0]) if isinstance(args[0], np.ndarray) else args[0])
        return inner(*args, **kwargs)

    recorded.__name__ = function.name
    return recorded


def _snapshot(value: Any) -> Any:
    return value.copy() if isinstance(value, np.ndarray) else type(value)(value)


def _changed(value: Any, before: Any) -> bool:
    if isinstance(value, np.ndarray):
        return bool(value.shape != before.shape or value.tobytes() != before.tobytes())
    if len(value) != len(before):
        return True
    if isinstance(value, list):
        return any(new is not old for new, old in zip(value, before, strict=True))
    return list(value) != list(before) or any(value[key] is not before[key] for key in value)
