"""Small wrong changes to a reference's solution: what a check that sees them all has looked at everything.

Only the lines between BEGIN SOLUTION and END SOLUTION are changed, one place at a time. The operators are the
slips that people make in numpy code: an operator, constant or axis that is another, a transpose, `keepdims`,
copy, term or statement that is lost, arguments or blocks in another order, a value kept from the first call.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from grader.course.stub import BLOCK


class Mutant(NamedTuple):
    """A changed reference.

    Attributes:
        before, after: the statement that was changed, as `ast.unparse` writes it; its head if it has a body.
    """

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of the marked blocks of `source`, each text once."""
    lines = _solution_lines(source)
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for statement in [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno in lines]:
        before = head(statement)
        for parent, field, index, node in _places(tree, statement):
            for variant in _variants(node):
                changed = _with(parent, field, index, variant, tree)
                if changed in seen:
                    continue
                seen.add(changed)
                yield Mutant(statement.lineno, before, _after(parent, field, index, variant, statement), changed)


def _solution_lines(source: str) -> set[int]:
    lines: set[int] = set()
    for match in BLOCK.finditer(source):
        first = source[: match.start()].count("\n") + 1
        lines.update(range(first, first + match[0].count("\n")))
    return lines


_Place = tuple[ast.AST, str, int | None, ast.AST]


def _places(tree: ast.Module, statement: ast.stmt) -> Iterator[_Place]:
    """The statement itself and the expressions in its head, each as (parent, field, index in it, node)."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, list) and any(item is statement for item in value):
                yield parent, field, next(i for i, item in enumerate(value) if item is statement), statement
    work: list[ast.AST] = [statement]
    while work:
        parent = work.pop()
        for field, value in ast.iter_fields(parent):
            for index, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(item, ast.AST) and not isinstance(item, ast.stmt):
                    yield parent, field, index, item
                    work.append(item)


def _with(parent: ast.AST, field: str, index: int | None, variant: ast.AST, tree: ast.Module) -> str:
    """The whole source with `variant` in that place; the tree is left as it was."""
    held = getattr(parent, field)
    if index is None:
        setattr(parent, field, variant)
    else:
        setattr(parent, field, [*held[:index], variant, *held[index + 1 :]])
    try:
        return ast.unparse(ast.fix_missing_locations(tree))
    finally:
        setattr(parent, field, held)


def _after(parent: ast.AST, field: str, index: int | None, variant: ast.AST, statement: ast.stmt) -> str:
    if isinstance(variant, ast.stmt):
        return head(variant)
    held = getattr(parent, field)
    setattr(parent, field, variant if index is None else [*held[:index], variant, *held[index + 1 :]])
    try:
        return head(ast.fix_missing_locations(statement))
    finally:
        setattr(parent, field, held)


def head(statement: ast.stmt) -> str:
    text = ast.unparse(statement)
    return text.split("\n")[0] if hasattr(statement, "body") and not isinstance(statement, ast.If) else text


def _variants(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Assign() | ast.AugAssign() | ast.Expr():
            yield from _of_statement(node)
        case ast.Return(value=value) if value is not None:
            yield ast.Return(ast.Constant(None))
        case ast.If():
            for truth in (True, False):
                yield _replaced(node, test=ast.Constant(truth))
        case ast.BinOp():
            yield from _of_operation(node)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Compare(ops=[operator]):
            for other in _COMPARISONS.get(type(operator), ()):
                yield _replaced(node, ops=[other()])
        case ast.Constant(value=value):
            yield from [ast.Constant(other) for other in _other_constants(value)]
        case ast.Attribute(attr="T", value=value):
            yield value
        case ast.Attribute(attr=name) if name in _OTHER_NAMES:
            yield _replaced(node, attr=_OTHER_NAMES[name])
        case ast.Call():
            yield from _of_call(node)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            yield from (_replaced(node, elts=swapped) for swapped in _swapped(items))


_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.Pow: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv,
}  # fmt: skip
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_OTHER_NAMES = {
    "sum": "mean", "mean": "sum", "max": "min", "min": "max", "maximum": "minimum", "minimum": "maximum",
    "zeros_like": "ones_like", "zeros": "ones", "argmax": "argmin", "exp": "expm1", "log": "log1p", "sqrt": "square",
    "tanh": "sin",
}  # fmt: skip


def _of_statement(node: ast.Assign | ast.AugAssign | ast.Expr) -> Iterator[ast.stmt]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    yield ast.Pass()
    if isinstance(node, ast.AugAssign):
        value = copy.deepcopy(node.target)
        for part in ast.walk(value):
            if hasattr(part, "ctx"):
                part.ctx = ast.Load()
        yield ast.Assign([node.target], ast.BinOp(value, node.op, node.value), lineno=node.lineno)  # not in place
        yield ast.Assign([node.target], node.value, lineno=node.lineno)
        if type(node.op) in _OPERATORS:
            yield _replaced(node, op=_OPERATORS[type(node.op)]())
    if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Attribute):
        owner, name = ast.unparse(target.value), target.attr
        yield ast.parse(  # the value of the first call is kept
            f"if not hasattr({owner}, '_kept_{name}'):\n    {owner}.{name} = {ast.unparse(node.value)}\n    {owner}._kept_{name} = True"
        ).body[0]


def _of_operation(node: ast.BinOp) -> Iterator[ast.expr]:
    if isinstance(node.op, ast.MatMult):
        yield _replaced(node, left=node.right, right=node.left)
        return
    if type(node.op) in _OPERATORS:
        yield _replaced(node, op=_OPERATORS[type(node.op)]())
    yield node.left
    yield node.right if not isinstance(node.op, ast.Sub) else ast.UnaryOp(ast.USub(), node.right)


def _other_constants(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 1.1, 0.0] if value else [1.0]
    return []


def _of_call(node: ast.Call) -> Iterator[ast.expr]:
    for swapped in _swapped(node.args):
        yield _replaced(node, args=swapped)
    for index, keyword in enumerate(node.keywords):
        if keyword.arg in ("axis", "keepdims"):
            yield _replaced(node, keywords=[*node.keywords[:index], *node.keywords[index + 1 :]])
        if keyword.arg == "axis" and ast.unparse(keyword.value) in ("1", "-1"):
            other = ast.keyword("axis", ast.Constant(0))
            yield _replaced(node, keywords=[*node.keywords[:index], other, *node.keywords[index + 1 :]])
    if isinstance(node.func, ast.Attribute) and node.func.attr == "copy":
        yield node.args[0] if node.args else node.func.value


def _swapped(items: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for index in range(len(items) - 1):
        if ast.unparse(items[index]) != ast.unparse(items[index + 1]):
            yield [*items[:index], items[index + 1], items[index], *items[index + 2 :]]


def _replaced(node: Any, **fields: object) -> Any:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made
