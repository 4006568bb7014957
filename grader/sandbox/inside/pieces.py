"""The statements of a file, in pieces that can be chosen one by one. Runs inside the jail."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .effects import DEFINITIONS, FUNCTIONS, IMPORTS, Effects, effects, known


class Statement(NamedTuple):
    """
    Attributes:
        fallback: whether it stands below `if __name__ == "__main__"`, and counts where nothing else defines the name.
        acts: whether it would do something when it is run, besides giving names to things.
    """

    node: ast.stmt
    does: Effects
    fallback: bool
    acts: bool


class Wanted(NamedTuple):
    """What is asked for: its name, other spellings, and whether it is a "class" or a "function"; empty for either."""

    symbol: str
    aliases: Sequence[str] = ()
    kind: str = ""


def in_pieces(body: Iterable[ast.stmt]) -> list[Statement]:
    """The statements of a file, in pieces that can be chosen one by one."""
    pieces = list(_pieces(body, fallback=False))
    names = known(one for one, _ in pieces)
    return [_statement(one, effects(one, names), fallback) for one, fallback in pieces]


def _statement(one: ast.stmt, does: Effects, fallback: bool) -> Statement:
    named_only = (*DEFINITIONS, *IMPORTS, ast.Assign, ast.AnnAssign, ast.Pass)
    is_text = isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
    return Statement(one, does, fallback, acts=not (isinstance(one, named_only) or is_text or fallback))


def _pieces(body: Iterable[ast.stmt], fallback: bool) -> Iterator[tuple[ast.stmt, bool]]:
    for one in body:
        if isinstance(one, IMPORTS):  # so that a needed numpy does not bring along a plotting library
            for alias in one.names:
                fields = {name: value for name, value in ast.iter_fields(one) if name != "names"}
                yield ast.copy_location(type(one)(**fields, names=[alias]), one), fallback
        elif isinstance(one, ast.If) and _asks_for_main(one.test):
            yield from _pieces(one.body, fallback=True)
            yield from _pieces(one.orelse, fallback)
        else:
            yield one, fallback


def _asks_for_main(test: ast.expr) -> bool:
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq)):
        return False
    sides = [test.left, test.comparators[0]]
    return any(isinstance(one, ast.Name) and one.id == "__name__" for one in sides) and any(
        isinstance(one, ast.Constant) and one.value == "__main__" for one in sides
    )


def is_bare(one: ast.stmt) -> bool:
    """Whether a definition is still the stub: only docstrings, `pass`, `...` and NotImplementedError in it.

    A class is, if all its methods other than `__init__` are; one without any is, if nothing at all is in it.
    """
    if isinstance(one, FUNCTIONS):
        return all(_is_filler(other) for other in one.body)
    if not isinstance(one, ast.ClassDef):
        return False
    functions = [other for other in one.body if isinstance(other, FUNCTIONS)]
    methods = [function for function in functions if function.name != "__init__"]
    if methods:
        return all(is_bare(method) for method in methods)
    return not one.bases and all(is_bare(other) or _is_filler(other) for other in one.body)


def _is_filler(one: ast.stmt) -> bool:
    if isinstance(one, ast.Raise) and one.exc is not None:
        raised = one.exc.func if isinstance(one.exc, ast.Call) else one.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(one, ast.Pass) or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
