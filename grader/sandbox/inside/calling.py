"""By position and by name alike: arguments as an answer takes them.

A check writes `leaky_relu(x, alpha=0.2)`, as the statement does, or `leaky_relu(x, 0.2)`. An answer may have another name for
that parameter, take it by position only, or by name only. What it takes is seen in its code before it is called; what it
raises is its own affair, and is never a reason to call it once more.
"""

from __future__ import annotations

from types import FunctionType, MethodType
from typing import Any, NamedTuple

import numpy as np

MAX_WRAPPERS = 10
_VAR_POSITIONAL, _VAR_KEYWORD = 4, 8  # flags of a code object


class Parameters(NamedTuple):
    """What a function takes, without the `self` that it is bound to.

    Attributes:
        positional: names, in order; the first `unnamed` of them are taken by position only.
        named: those that are taken by name only.
        defaults: values of the last of the positional ones.
        any_positional, any_named: whether it takes more, `*args` and `**kwargs`.
    """

    positional: tuple[str, ...]
    unnamed: int
    named: tuple[str, ...]
    defaults: tuple[Any, ...]
    any_positional: bool
    any_named: bool

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.positional, *self.named)

    def takes(self, name: str) -> bool:
        """Whether it may be handed over by this name."""
        return bool(name) and (name in self.positional[self.unnamed :] or name in self.named or self.any_named)


def parameters_of(function: Any) -> Parameters | None:
    """What a function, method or class takes; None where that cannot be seen."""
    if type(function) is np.vectorize:
        function = function.pyfunc
    bound = False
    if isinstance(function, type):
        function, bound = function.__init__, True  # type: ignore[misc]
    elif type(function) is MethodType:
        function, bound = function.__func__, True
    elif type(function) is not FunctionType:
        function, bound = type(function).__call__, True
    for _ in range(MAX_WRAPPERS):
        inner = getattr(function, "__wrapped__", None)  # of a decorator that says what it hands on to
        if type(function) is not FunctionType or type(inner) is not FunctionType:
            break
        function = inner
    if type(function) is not FunctionType:
        return None
    code = function.__code__
    names, count, more = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    skipped = int(bound and count > 0)
    return Parameters(
        positional=names[skipped:count],
        unnamed=max(0, code.co_posonlyargcount - skipped),
        named=names[count : count + more],
        defaults=function.__defaults__ or (),
        any_positional=bool(code.co_flags & _VAR_POSITIONAL),
        any_named=bool(code.co_flags & _VAR_KEYWORD),
    )


def fitted(function: Any, args: Any, kwargs: Any, stub: tuple[str, ...]) -> tuple[Any, Any]:
    """Arguments that a check hands over, as `function` takes them. `stub`: the parameters by the statement, in order.

    What is taken by its name is handed over by it. Any other has the name, or the place, of the parameter that stands where the
    stub has it, if the answer has as many. Where that does not work out, everything stays, and Python says what is wrong.
    """
    if not stub or not (args or kwargs):
        return args, kwargs
    own = parameters_of(function)
    if own is None:
        return args, kwargs
    placed = dict(enumerate(args))
    named: dict[str, Any] = {}
    many = own.all if len(own.all) >= len(stub) else ()  # names by place, if it takes as many
    for key, value in kwargs.items():
        if own.takes(key):
            named[key] = value
            continue
        at = stub.index(key) if key in stub else len(stub)
        other = many[at] if at < len(many) else ""
        if not other and not (own.any_positional and at < len(stub)):
            return args, kwargs
        if at in placed or (other != key and (other in kwargs or other in stub)):
            return args, kwargs
        if own.takes(other):
            named[other] = value
        else:
            placed[at] = value
    for at in sorted(placed):
        if at < len(own.positional) or own.any_positional:
            continue
        key, other = (names[at] if at < len(names) else "" for names in (stub, many))
        name = key if own.takes(key) else other
        if not name or name in named or (name != key and name in stub):
            return args, kwargs
        named[name] = placed.pop(at)
    return _in_a_row(placed, named, own) or (args, kwargs)


def _in_a_row(placed: dict[int, Any], named: dict[str, Any], own: Parameters) -> tuple[Any, Any] | None:
    """Arguments by position without a gap, which what is named or has a default fills; None if nothing does."""
    row: list[Any] = []
    first = len(own.positional) - len(own.defaults)  # that has a default
    for at in range(max(placed, default=-1) + 1):
        name = own.positional[at] if at < len(own.positional) else ""
        if at in placed:
            row.append(placed[at])
        elif name in named:
            row.append(named.pop(name))
        elif first <= at < len(own.positional):
            row.append(own.defaults[at - first])
        else:
            return None
    return tuple(row), named
