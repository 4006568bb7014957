"""An answer's code beside the stub's: what is bound where. Runs inside the jail, and reads without running anything."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..effects import DEFINITIONS, FUNCTIONS
from ..pieces import Wanted

Slip = tuple[str | int, ...]  # a slug, a line and words
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

BUILTINS = frozenset(dir(builtins)) | {"__file__", "__name__", "__doc__", "__spec__", "__package__", "__class__"}
# Through these a program reaches names by their text; then no name is certain to be missing.
_BY_TEXT = frozenset(["exec", "eval", "globals", "locals", "vars", "setattr", "getattr", "delattr", "__import__"])
_ATTRIBUTES_BY_TEXT = frozenset(["__dict__", "__setattr__", "__getattr__", "__getattribute__", "import_module"])


class Function(NamedTuple):
    """A function of the answer that runs.

    Attributes:
        owner: the class in which it stands, if it is a method.
        stub: what the stub has in its place, if it has.
        base: of a method, the class of the stub.
    """

    node: FunctionNode
    owner: ast.ClassDef | None
    stub: FunctionNode | None
    base: ast.ClassDef | None

    @property
    def parameters(self) -> list[str]:
        return parameters(self.node)

    @property
    def itself(self) -> str:
        """What a method calls its object; empty for a function, and for a method that forgot it."""
        plain = self.owner is not None and not self.node.decorator_list
        forgot = self.stub is not None and parameters(self.stub)[1:] == self.parameters
        return self.parameters[0] if plain and self.parameters and not forgot else ""

    @property
    def parts(self) -> list[ast.AST]:
        """What stands in it, and not in another function inside it."""
        return [*inside(self.node.body)]


class Code(NamedTuple):
    """
    Attributes:
        statements: all of the answer at its top level.
        needed: those that run.
        functions: those that run and stand at the top level or directly in a class.
        answers: by symbol, the definition that counts.
        tops: names that are bound at the top level, or by a function that says `global`.
        stored: attributes that are set anywhere, of whatever.
        alone: whether it imports nothing that was handed in with it.
        is_plain: whether each of its names is bound by a statement that can be seen.
        raised: lines in which an exception was raised.
    """

    statements: Sequence[ast.stmt]
    needed: Sequence[ast.stmt]
    stub: Sequence[ast.stmt]
    wanted: Sequence[Wanted]
    functions: Sequence[Function]
    answers: dict[str, ast.stmt]
    tops: frozenset[str]
    stored: frozenset[str]
    alone: bool
    is_plain: bool
    raised: frozenset[int]

    def in_stub(self, node: ast.stmt) -> ast.stmt | None:
        return _in_stub(node, self.stub, self.wanted)


def code_of(
    statements: Sequence[ast.stmt],
    needed: Sequence[ast.stmt],
    answers: dict[str, ast.stmt],
    stub: Sequence[ast.stmt],
    wanted: Sequence[Wanted],
    alone: bool,
    raised: Iterable[int],
) -> Code:
    named = {name for one in walk(statements) if isinstance(one, ast.Global) for name in one.names}
    return Code(
        statements=statements,
        needed=needed,
        stub=stub,
        wanted=wanted,
        functions=_functions(needed, stub, wanted),
        answers=answers,
        tops=frozenset(bound_at(statements)) | named,
        stored=frozenset(one.attr for one in attributes(statements) if is_set(one)),
        alone=alone,
        is_plain=alone and not any(map(_reaches_by_text, walk(statements))),
        raised=frozenset(raised),
    )


def _reaches_by_text(one: ast.AST) -> bool:
    return (
        (isinstance(one, ast.Name) and one.id in _BY_TEXT)
        or (isinstance(one, ast.Attribute) and one.attr in _ATTRIBUTES_BY_TEXT)
        or (isinstance(one, FUNCTIONS) and one.name in _ATTRIBUTES_BY_TEXT)
        or (isinstance(one, ast.alias) and one.name == "*")
    )


def _functions(needed: Iterable[ast.stmt], stub: Sequence[ast.stmt], wanted: Sequence[Wanted]) -> list[Function]:
    found: list[Function] = []
    for node in needed:
        twin = _in_stub(node, stub, wanted)
        if isinstance(node, FUNCTIONS):
            found.append(Function(node, None, twin if isinstance(twin, FUNCTIONS) else None, None))
        elif isinstance(node, ast.ClassDef):
            base = twin if isinstance(twin, ast.ClassDef) else None
            given = methods(base) if base else {}
            found += [Function(one, node, given.get(one.name), base) for one in node.body if isinstance(one, FUNCTIONS)]
    return found


def _in_stub(node: ast.stmt, stub: Sequence[ast.stmt], wanted: Sequence[Wanted]) -> ast.stmt | None:
    """What the stub defines where the answer has this definition; for one that is asked for, whatever its spelling."""
    if not isinstance(node, DEFINITIONS):
        return None
    name = next((one.symbol for one in wanted if node.name in (one.symbol, *one.aliases)), node.name)
    return next((one for one in stub if isinstance(one, DEFINITIONS) and one.name == name), None)


def walk(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    for node in nodes:
        yield from ast.walk(node)


def inside(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """As `walk`, but without what stands in functions and classes among them."""
    waiting = [*nodes]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (*DEFINITIONS, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def parameters(node: FunctionNode) -> list[str]:
    """Those that may be given by position."""
    return [one.arg for one in (*node.args.posonlyargs, *node.args.args)]


def methods(node: ast.ClassDef) -> dict[str, FunctionNode]:
    return {one.name: one for one in node.body if isinstance(one, FUNCTIONS)}


def is_by_itself(node: ast.ClassDef) -> bool:
    """Whether a class has nothing but what its lines say."""
    own = all(isinstance(one, ast.Name) and one.id == "object" for one in node.bases)
    return own and not node.keywords and not node.decorator_list


def _names(node: ast.AST) -> Iterator[str]:
    """Names that this node itself binds."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, DEFINITIONS):
        yield node.name
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.partition(".")[0]
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def bound(nodes: Iterable[ast.AST]) -> set[str]:
    """Names that are bound anywhere in there, at whatever depth."""
    return {name for one in walk(nodes) for name in _names(one)}


def bound_at(nodes: Iterable[ast.AST]) -> set[str]:
    """Names that are bound in there, and not in functions and classes among them."""
    return {name for one in inside(nodes) for name in _names(one)}


def loaded(nodes: Iterable[ast.AST]) -> list[ast.Name]:
    """Names that are read, in order of their places. Annotations in functions are not."""
    nodes = list(nodes)
    hints = [one.annotation for one in walk(nodes) if isinstance(one, (ast.AnnAssign, ast.arg)) and one.annotation]
    hints += [one.returns for one in walk(nodes) if isinstance(one, FUNCTIONS) and one.returns]
    passed_over = {id(one) for one in walk(hints)}
    read = [one for one in walk(nodes) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
    found = [one for one in read if id(one) not in passed_over]
    return sorted(found, key=lambda one: (one.lineno, one.col_offset))


def attributes(nodes: Iterable[ast.AST], of: str = "") -> list[ast.Attribute]:
    """Attributes that are named, in order; only those of the name `of`, if that is given."""
    found = [one for one in walk(nodes) if isinstance(one, ast.Attribute)]
    mine = [one for one in found if not of or (isinstance(one.value, ast.Name) and one.value.id == of)]
    return sorted(mine, key=lambda one: (one.lineno, one.col_offset))


def is_set(one: ast.Attribute) -> bool:
    return not isinstance(one.ctx, ast.Load)


def set_by(owner: ast.ClassDef) -> dict[str, int]:
    """Attributes that the methods of a class set of the object, with the line of the last."""
    return {
        one.attr: one.lineno
        for method in methods(owner).values()
        if parameters(method)
        for one in attributes(method.body, parameters(method)[0])
        if is_set(one)
    }


def has_one_self(method: FunctionNode) -> bool:
    """Whether the name of a method's object means that object wherever it stands in it."""
    inner = {one.arg for one in walk(method.body) if isinstance(one, ast.arg)} | bound(method.body)
    return not inner & {*parameters(method)[:1]}


def body_of(node: FunctionNode) -> list[ast.stmt]:
    """Without docstrings and other bare constants."""
    return [one for one in node.body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]


def doc_of(node: FunctionNode | ast.ClassDef | None) -> str:
    return (ast.get_docstring(node) or "") if node else ""


def called(node: ast.AST) -> str:
    """The name by which something is called: `zip` for `zip(a, b)`; empty for everything else."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def is_name(one: ast.AST, name: str) -> bool:
    return isinstance(one, ast.Name) and one.id == name
