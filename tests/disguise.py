"""Rewrites an answer the way somebody who copied it would: other names, order, layout and comments."""

from __future__ import annotations

import ast
import builtins
import keyword
import random

import numpy as np

_KEPT = {*dir(builtins), *keyword.kwlist, *dir(np), *dir(np.ndarray), *dir(dict), *dir(list), "self", "np", "math"}


def disguise(source: str, kept: frozenset[str], seed: int = 0) -> str:
    """`source` with every name changed but those in `kept`, independent statements and methods in another order, its
    comments and docstrings gone and a few others in their place."""
    draw = random.Random(seed)
    tree = _Renamed(kept, f"z{seed}").visit(ast.parse(source))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = _reordered(_without_docstring(body), draw)  # type: ignore[attr-defined]
    rows = ast.unparse(ast.fix_missing_locations(tree)).split("\n")
    return "\n".join(
        f"{row}   # step {number} of {seed}\n" if number % 3 == 0 else row for number, row in enumerate(rows)
    )


class _Renamed(ast.NodeTransformer):
    def __init__(self, kept: frozenset[str], prefix: str) -> None:
        self.prefix = prefix
        self.kept = kept | _KEPT

    def name(self, name: str) -> str:
        return name if name in self.kept or name.startswith("__") else f"{self.prefix}_{name[::-1]}"

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.name(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self.name(node.arg))

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        return ast.Attribute(node.value, self.name(node.attr), node.ctx)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.name = self.name(node.name)
        return node


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] or [ast.Pass()] if is_docstring else body


def _reordered(body: list[ast.stmt], draw: random.Random) -> list[ast.stmt]:
    """Neighbours that have no name in common change places, some of them; methods all do."""
    body = list(body)
    for at in range(len(body) - 1):
        one, other = body[at : at + 2]
        methods = isinstance(one, ast.FunctionDef) and isinstance(other, ast.FunctionDef)
        assignments = isinstance(one, ast.Assign) and isinstance(other, ast.Assign)
        if methods or (assignments and not _names(one) & _names(other) and draw.random() < 0.7):
            body[at : at + 2] = [other, one]
    return body


def _names(node: ast.AST) -> set[str]:
    """What a statement reads and writes; `self.x` counts as `x`."""
    found = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return (found | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}) - {"self", "np"}
