"""From an answer's cells to code that a worker can run. Runs inside the jail: hostile source may crash a parser.

A file is compiled whole. Of a notebook only what the exercise needs runs: the last complete definition of
each wanted symbol and, recursively, the imports, constants and helpers that it names. Prints, plots and
training loops are left out.
"""

from __future__ import annotations

import ast
import builtins
import re
from types import CodeType
from typing import Any

Notes = list[tuple[Any, ...]]


def prepare(
    cells: list[tuple[int, str]], symbols: list[str], aliases: dict[str, list[str]], select: bool, filename: str
) -> tuple[CodeType, Notes]:
    """Code to run, and notes on what was left out: ("broken-cell", line of the cell, line of the error, message).

    `cells` are (first line, text); lines in tracebacks and errors count through all of them. Raises SyntaxError.
    """
    if not select:
        return compile("\n".join(text for _, text in cells), filename, "exec", dont_inherit=True), []
    wanted = {spelling: symbol for symbol in symbols for spelling in (symbol, *aliases.get(symbol, ()))}
    statements, broken = _parse(cells)
    definers = _definers(statements)
    for start, error in broken:
        text = next(text for first, text in cells if first == start)
        if any(
            re.search(rf"^\s*(def|class)\s+{name}\b", text, re.MULTILINE) and name not in definers for name in wanted
        ):
            raise error
    needed: set[int] = set()
    for name in wanted:
        if name in definers:
            _need(name, len(statements), statements, definers, needed, prefer_complete=True)
    module = ast.Module([statements[index] for index in sorted(needed)], [])
    notes = [("broken-cell", start, error.lineno or start, str(error.msg)[:200]) for start, error in broken]
    return compile(module, filename, "exec", dont_inherit=True), notes


def _parse(cells: list[tuple[int, str]]) -> tuple[list[ast.stmt], list[tuple[int, SyntaxError]]]:
    """Top-level statements of all cells in order, with conditional imports unwrapped; and the broken cells."""
    statements: list[ast.stmt] = []
    broken: list[tuple[int, SyntaxError]] = []
    for start, text in cells:
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            error.lineno = (error.lineno or 1) + start - 1
            broken.append((start, error))
            continue
        statements += ast.increment_lineno(tree, start - 1).body
    return statements, broken


def _definers(statements: list[ast.stmt]) -> dict[str, list[int]]:
    """For each top-level name the statements that define it, in order."""
    definers: dict[str, list[int]] = {}
    for index, statement in enumerate(statements):
        for name in _defines(statement):
            definers.setdefault(name, []).append(index)
    return definers


def _defines(statement: ast.stmt) -> list[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [statement.name]
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return [(alias.asname or alias.name).split(".")[0] for alias in statement.names]
    if isinstance(statement, ast.Assign):
        nodes = [node for target in statement.targets for node in ast.walk(target)]
        return [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    if isinstance(statement, ast.AnnAssign) and statement.value is not None and isinstance(statement.target, ast.Name):
        return [statement.target.id]
    if isinstance(statement, (ast.Try, ast.If)):  # an import that may be missing, a choice of one
        inside = [*statement.body, *statement.orelse, *getattr(statement, "finalbody", [])]
        inside += [one for handler in getattr(statement, "handlers", []) for one in handler.body]
        if all(isinstance(one, (ast.Import, ast.ImportFrom, ast.Assign, ast.Pass)) for one in inside):
            return [name for one in inside for name in _defines(one)]
    return []


def _need(
    name: str,
    before: int,
    statements: list[ast.stmt],
    definers: dict[str, list[int]],
    needed: set[int],
    prefer_complete: bool = False,
) -> None:
    """Add the last statement before index `before` that defines `name`, and what that one needs."""
    found = [index for index in definers.get(name, ()) if index < before]
    if prefer_complete:
        found = [index for index in found if not is_bare(statements[index])] or found
    if not found or found[-1] in needed:
        return
    index = found[-1]
    needed.add(index)
    statement = statements[index]
    # What runs at once sees only what stands above it (`class Affine(Affine)` re-opens the one before); what runs
    # later, in a body, sees the last definition of all.
    inner = {node.id for node in _bodies(statement) if isinstance(node, ast.Name)}
    for used in sorted({node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}):
        if used == name and used not in _at_once(statement):
            continue
        last = len(statements) if used in inner and used not in _at_once(statement) else index
        _need(used, last, statements, definers, needed)
        if used not in definers and not hasattr(builtins, used):
            _need("*", len(statements), statements, definers, needed)  # from somewhere import *
    for later, other in enumerate(statements[index + 1 :], index + 1):  # Affine.backward = backward
        if isinstance(other, ast.Assign) and any(_patches(target, name) for target in other.targets):
            needed.add(later)
            for node in ast.walk(other.value):
                if isinstance(node, ast.Name):
                    _need(node.id, later, statements, definers, needed)


def _patches(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == name


def _bodies(statement: ast.stmt) -> list[ast.AST]:
    """Nodes that run when something is called, not when the statement is."""
    functions = [node for node in ast.walk(statement) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    lambdas = [node.body for node in ast.walk(statement) if isinstance(node, ast.Lambda)]
    return [node for function in functions for one in function.body for node in ast.walk(one)] + [
        node for body in lambdas for node in ast.walk(body)
    ]


def _at_once(statement: ast.stmt) -> set[str]:
    """Names that are looked up while the statement itself runs."""
    later = {id(node) for node in _bodies(statement)}
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and id(node) not in later}


def is_bare(statement: ast.stmt) -> bool:
    """Whether a definition is still the stub: nothing in it but docstrings, `pass`, `...` and NotImplementedError."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return all(_is_filler(one) for one in statement.body)
    if isinstance(statement, ast.ClassDef):
        methods = [one for one in statement.body if isinstance(one, ast.FunctionDef) and one.name != "__init__"]
        others = [one for one in statement.body if not isinstance(one, ast.FunctionDef)]
        return all(is_bare(one) for one in methods) and all(_is_filler(one) for one in others)
    return False


def _is_filler(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise) and statement.exc is not None:
        return any(isinstance(node, ast.Name) and node.id == "NotImplementedError" for node in ast.walk(statement.exc))
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )
