"""What never runs, runs once, or gives nothing. Runs inside the jail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..effects import FUNCTIONS
from .code import BUILTINS, Code, Function, Slip, body_of, bound, called, doc_of, is_name, walk

_LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_MAY_LEAVE = (ast.While, ast.With, ast.Try, ast.Match, ast.For)
_LAZY = frozenset(["map", "filter", "zip", "reversed"])
_GOES_THROUGH = frozenset(["sum", "list", "tuple", "set", "sorted", "max", "min", "dict"])
_NOTHING = re.compile(r"nothing|[Ii]n place|\bNone\b")


def of_flow(code: Code) -> Iterator[Slip]:
    for function in code.functions:
        yield from _stub_left(function)
        yield from _loops(function)
        yield from _no_return(code, function)
        yield from _lazy(code, function)


# --- where it goes --------------------------------------------------------------------------------------------


def _stub_left(function: Function) -> Iterator[Slip]:
    """`raise NotImplementedError` beside what was written in its place."""
    if function.stub is None:
        return
    body = body_of(function.node)
    for index, one in enumerate(body):
        if not (isinstance(one, ast.Raise) and _is_of_stub(one)):
            continue
        above, below = body[:index], body[index + 1 :]
        if (above and isinstance(above[-1], (*_LEAVES, *_MAY_LEAVE))) or any(map(_always_leaves, above)):
            return
        if any(not isinstance(other, ast.Pass) for other in below):
            yield "stub-left-above", one.lineno, function.node.name
        elif any(not isinstance(other, ast.Pass) for other in above):
            yield "stub-left-below", one.lineno, function.node.name
        return


def _is_of_stub(one: ast.Raise) -> bool:
    raised = one.exc.func if isinstance(one.exc, ast.Call) else one.exc
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _always_leaves(one: ast.stmt) -> bool:
    if isinstance(one, ast.If):
        return bool(one.orelse) and all(any(map(_always_leaves, branch)) for branch in (one.body, one.orelse))
    return isinstance(one, _LEAVES)


def _loops(function: Function) -> Iterator[Slip]:
    for loop in walk([function.node]):
        if isinstance(loop, ast.For) and (last := _ends_in_first_round(loop)):
            yield "return-in-loop", last, str(loop.lineno)
    for block in _blocks(function.node):
        for index, one in enumerate(block[:-1]):
            rest = [other for other in block[index + 1 :] if not _is_idle(other)]
            if isinstance(one, ast.Return) and rest:
                yield "below-return", rest[0].lineno, str(one.lineno)


def _ends_in_first_round(loop: ast.For) -> int:
    """The line of a return that no round gets past; 0 if there is none."""
    if loop.orelse or any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in walk([loop])):
        return 0
    for index, one in enumerate(loop.body):
        if isinstance(one, ast.Return):
            goes_on = any(isinstance(other, ast.Continue) for other in walk(loop.body[:index]))
            counts = called(loop.iter) in ("range", "enumerate", "zip")
            return 0 if goes_on or one.value is None or not (counts or index) else one.lineno
    return 0


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for one in walk([node]):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(one, field, None)
            if isinstance(block, list):
                yield block


def _is_idle(one: ast.stmt) -> bool:
    """Whether nothing is lost if it does not run."""
    if isinstance(one, ast.Raise):
        return True
    is_print = isinstance(one, ast.Expr) and (isinstance(one.value, ast.Constant) or called(one.value) == "print")
    return is_print or isinstance(one, (ast.Pass, ast.Return, ast.Break, *FUNCTIONS, ast.ClassDef))


# --- what it gives --------------------------------------------------------------------------------------------


def _no_return(code: Code, function: Function) -> Iterator[Slip]:
    """A function that the stub wants something of, and that returns nothing on any path."""
    doc = doc_of(function.stub)
    if function.stub is None or not doc or _NOTHING.search(doc) or function.node.name.startswith("__"):
        return
    own = function.parts
    gives = any(isinstance(one, ast.Return) and one.value is not None for one in own)
    if gives or any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Raise)) for one in own) or not _is_written(function):
        return
    printed = [one.lineno for one in own if isinstance(one, ast.Call) and called(one) == "print" and one.args]
    if printed and "print" not in code.tops:
        yield "print-for-return", max(printed), function.node.name
    else:
        yield "no-return", function.node.lineno, function.node.name


def _is_written(function: Function) -> bool:
    return any(not isinstance(one, ast.Pass) for one in body_of(function.node))


def _lazy(code: Code, function: Function) -> Iterator[Slip]:
    known = BUILTINS - code.tops - bound([function.node])
    if function.stub is not None and "yield" not in " ".join(ast.dump(one) for one in function.stub.body):
        for one in function.parts:
            if isinstance(one, ast.Return) and (what := _lazy_kind(one.value, known)):
                yield "returns-lazy", one.lineno, what
    body = function.node.body
    for index, one in enumerate(body):
        if not (isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name)):
            continue
        name, what = one.targets[0].id, _lazy_kind(one.value, known)
        stores = [other for other in walk(body) if isinstance(other, ast.Name) and other.id == name and not isinstance(other.ctx, ast.Load)]  # fmt: skip
        if what and len(stores) == 1:
            through = [line for other in body[index + 1 :] for line in _gone_through(other, name, known)]
            if len(through) > 1:
                yield "used-up", through[1], name, str(through[0])


def _lazy_kind(value: ast.expr | None, known: frozenset[str] | set[str]) -> str:
    if isinstance(value, ast.GeneratorExp):
        return "generator"
    return called(value) if value is not None and called(value) in _LAZY & known else ""


def _gone_through(statement: ast.stmt, name: str, known: frozenset[str] | set[str]) -> Iterator[int]:
    """Lines of a statement in which, whenever it runs, all of `name` is gone through."""
    if isinstance(statement, ast.For) and is_name(statement.iter, name):
        if not any(isinstance(one, (ast.Break, ast.Return)) for one in walk(statement.body)):
            yield statement.lineno
    elif isinstance(statement, (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)) and statement.value is not None:
        found = []
        for one in _evaluated(statement.value):
            if isinstance(one, ast.Call) and called(one) in _GOES_THROUGH & known and len(one.args) == 1:
                found += [one.lineno] if is_name(one.args[0], name) else []
            elif isinstance(one, (ast.ListComp, ast.SetComp, ast.DictComp)) and is_name(one.generators[0].iter, name):
                found.append(one.lineno)
        yield from sorted(found)


def _evaluated(value: ast.expr) -> Iterator[ast.AST]:
    """Parts of an expression that are worked out exactly once whenever it is."""
    waiting: list[ast.AST] = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(
            one, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda, ast.IfExp, ast.BoolOp)
        ):
            continue
        waiting += ast.iter_child_nodes(one)
