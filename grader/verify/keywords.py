"""By position and by name alike: the reference passes whatever its parameters are called, and however it takes them.

A statement says `leaky_relu(x, alpha=0.01)`, and a check hands alpha over in one of the two ways. Answers have other names for
it, or take it in the other way only; `sandbox/inside/calling.py` sees to it. So each check is run on the reference with all its
parameters renamed, with all of them by position only, and with those that have a default by name only.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from grader.checks.materials import load_alternatives, load_in_its_place
from grader.checks.oracle import Oracle
from grader.errors import AuthorError
from grader.model import Check
from grader.verify.certificate import Finding, checks_file
from grader.verify.implementations import reference_path
from grader.words import text

Function = ast.FunctionDef


def keywords(oracle: Oracle) -> Iterator[Finding]:
    """Checks that reject the reference once it takes its arguments in another way, or another right answer."""
    exercise = oracle.exercise
    source = reference_path(exercise).read_text(encoding="utf-8")
    other_names = partial(rewritten, symbols=exercise.symbols, change=renamed)
    pairs = [
        (
            text("the reference with its parameters {how}", how=how),
            load_in_its_place(exercise, rewritten(source, exercise.symbols, change)),
            oracle.reference,
        )
        for how, change in _WAYS
    ]
    pairs += [
        (text("{alternative!r} with its parameters renamed", alternative=one.slug), other.symbols, one.symbols)
        for one, other in zip(
            load_alternatives(exercise, oracle.reference),
            load_alternatives(exercise, oracle.reference, other_names),
            strict=True,
        )
    ]
    for who, changed, original in pairs:
        for check in oracle.checks:
            if check.points and not _passes(oracle, check, changed) and _passes(oracle, check, original):
                said = text(
                    "{check} rejects {who}; is it handed over by position and by name alike?", check=check.id, who=who
                )
                yield Finding(checks_file(exercise, check), said)


def _passes(oracle: Oracle, check: Check, symbols: dict[str, Any]) -> bool:
    try:
        seen = [oracle.of_symbols(symbols, check, level) for level in range(check.levels)]
    except AuthorError:
        return False
    return not any(oracle.differences(check, seen))


Change = Callable[[Function, "Calls"], None]


class Calls(ast.NodeVisitor):
    """How functions and methods are called inside of a source, by their names.

    Attributes:
        called, by_name: those that are called at all, and those to which something is handed over by its name.
    """

    def __init__(self, tree: ast.AST) -> None:
        self.called: set[str] = set()
        self.by_name: set[str] = set()
        self.visit(tree)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        self.called.add(name)
        if node.keywords:
            self.by_name.add(name)
        self.generic_visit(node)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def rewritten(source: str, symbols: tuple[str, ...], change: Change) -> str:
    """`source` with every function that a check may call changed: the symbols, and the methods of classes among them."""
    tree = ast.parse(source)
    calls = Calls(tree)
    for node in tree.body:
        if isinstance(node, Function) and node.name in symbols:
            change(node, calls)
        elif isinstance(node, ast.ClassDef) and node.name in symbols:
            for names in (calls.called, calls.by_name):  # a constructor is called by the name of its class
                if node.name in names:
                    names.add("__init__")
            for method in node.body:
                if isinstance(method, Function) and (method.name == "__init__" or not method.name.startswith("_")):
                    change(method, calls)
    return ast.unparse(ast.fix_missing_locations(tree))


def renamed(function: Function, calls: Calls) -> None:
    if function.name in calls.by_name:
        return
    taken = function.args
    names = {arg.arg for arg in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)} - {"self", "cls"}
    for statement in (taken, *function.body):
        _Renaming(names).visit(statement)


class _Renaming(ast.NodeTransformer):
    """Other names for parameters; a function inside that has a parameter of the same name keeps its own."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self._other(node.arg)
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self._other(node.id)
        return node

    def _inner(self, node: ast.FunctionDef | ast.Lambda) -> ast.AST:
        own = {arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)}
        inside = node.body if isinstance(node.body, list) else [node.body]
        for part in inside:
            _Renaming(self.names - own).visit(part)
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        return node

    visit_FunctionDef = visit_Lambda = _inner  # noqa: N815

    def _other(self, name: str) -> str:
        return f"own_{name}" if name in self.names else name


def by_position_only(function: Function, calls: Calls) -> None:
    if function.name not in calls.by_name:
        function.args.posonlyargs += function.args.args
        function.args.args = []


def by_name_only(function: Function, calls: Calls) -> None:
    count = len(function.args.defaults)
    if count and function.name not in calls.called and not function.args.vararg:
        function.args.kwonlyargs[:0] = function.args.args[-count:]
        function.args.kw_defaults[:0] = function.args.defaults
        del function.args.args[-count:], function.args.defaults[:]


_WAYS = (
    (text("renamed"), renamed),
    (text("by position only"), by_position_only),
    (text("with a default by name only"), by_name_only),
)
