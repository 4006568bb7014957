"""Names that are nearly right, in the wrong place, or nowhere. Runs inside the jail."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator

import numpy as np

from ..effects import DEFINITIONS, FUNCTIONS
from ..likeness import is_like, nearest
from .code import (
    BUILTINS,
    Code,
    Function,
    Slip,
    attributes,
    bound,
    doc_of,
    has_one_self,
    is_by_itself,
    is_set,
    loaded,
    methods,
    parameters,
    set_by,
    walk,
)

_INIT = "__init__"
_PARTS = ("random", "linalg", "fft")
# What numpy had once. What to write instead is said where Python's message is explained.
_FORMER = frozenset(["product", "cumproduct", "trapz", "in1d", "row_stack", "msort", "asscalar", "rank", "math", "disp", "loads"])  # fmt: skip


def of_names(code: Code) -> Iterator[Slip]:
    if not code.is_plain:
        return
    yield from _symbols(code)
    for symbol, node in code.answers.items():
        given = code.in_stub(node)
        if isinstance(node, ast.ClassDef) and isinstance(given, ast.ClassDef) and is_by_itself(node):
            yield from _methods(code, symbol, node, given)
            yield from _asked_attributes(code, node, given)
    for node in code.needed:
        if isinstance(node, ast.ClassDef) and is_by_itself(node):
            yield from _own_attributes(code, node)
    yield from _unbound(code)
    yield from _of_numpy(code)
    yield from _keys(code)


# --- what is asked for ----------------------------------------------------------------------------------------


def _symbols(code: Code) -> Iterator[Slip]:
    taken = {name for one in code.wanted for name in (one.symbol, *one.aliases)}
    taken |= {one.name for one in code.stub if isinstance(one, DEFINITIONS)}
    for one in code.wanted:
        if code.tops.isdisjoint((one.symbol, *one.aliases)):
            kind = {"class": (ast.ClassDef,), "function": FUNCTIONS}.get(one.kind, DEFINITIONS)
            free = {node.name: node for node in code.statements if isinstance(node, kind) and node.name not in taken}
            found = [name for name in free if is_like(name, one.symbol)]
            if len(found) == 1:
                yield "name-near", free[found[0]].lineno, found[0], one.symbol


def _methods(code: Code, symbol: str, node: ast.ClassDef, given: ast.ClassDef) -> Iterator[Slip]:
    """Methods of the stub that the class lacks, and that stand there under a name like it, or in another place."""
    own, asked = methods(node), methods(given)
    there = bound(one for one in node.body if not isinstance(one, FUNCTIONS)) | own.keys()
    there |= code.stored
    for name, twin in asked.items():
        if name in there:
            continue
        found = [other for other in own if other not in asked and is_like(other, name)]
        if len(found) == 1:
            yield "name-near", own[found[0]].lineno, found[0], name
        for other in code.statements:
            if isinstance(other, FUNCTIONS) and other.name == name and name not in code.answers:  # noqa: SIM102
                if parameters(other)[:1] == ["self"] or parameters(other) == parameters(twin)[1:]:
                    yield "method-outside", other.lineno, name, symbol
        for outer in own.values():
            for inner in walk(outer.body):
                if isinstance(inner, FUNCTIONS) and inner.name == name and parameters(inner)[:1] == ["self"]:
                    yield "method-inside-method", inner.lineno, name, outer.name
    if _INIT not in there and _INIT not in asked:
        yield from _misspelt_init(code, own)


def _misspelt_init(code: Code, own: dict[str, ast.FunctionDef | ast.AsyncFunctionDef]) -> Iterator[Slip]:
    used = {one.attr for one in attributes(code.statements)}
    for name, node in own.items():
        is_conversion = name == "__int__" and len(parameters(node)) == 1  # int(x) gives it nothing else
        if name.startswith("_") and is_like(name, _INIT) and name not in used and not is_conversion:
            yield "init-near", node.lineno, name


def _asked_attributes(code: Code, node: ast.ClassDef, given: ast.ClassDef) -> Iterator[Slip]:
    """What the stub's words say that a method sets, and no method does: it is a local variable, or has another name."""
    kept = {one.attr for one in attributes([given])}
    for name, twin in methods(given).items():
        own = methods(node).get(name)
        if own is None or not parameters(own):
            continue
        itself = parameters(own)[0]
        sets = {one.attr: one.lineno for one in attributes(own.body, itself) if is_set(one)}
        reads = {one.attr for one in attributes(own.body, itself)}
        local = {one.id: one.lineno for one in walk(own.body) if isinstance(one, ast.Name) and not _is_read(one)}
        used = {one.id for one in loaded(own.body)}
        elsewhere = {one.attr for other in methods(node).values() if other.name != _INIT for one in attributes([other])}
        for asked in re.findall(r"self\.(\w+)", doc_of(twin)):
            if asked in elsewhere or asked in reads:
                continue
            if asked in local and asked not in used:
                yield "local-not-kept", local[asked], asked
            elif like := [one for one in sets if one not in kept and is_like(one, asked)]:
                yield "attribute-near-asked", sets[like[0]], like[0], asked


def _is_read(one: ast.Name) -> bool:
    return isinstance(one.ctx, ast.Load)


# --- what is used ---------------------------------------------------------------------------------------------


def _own_attributes(code: Code, owner: ast.ClassDef) -> Iterator[Slip]:
    """Attributes of the object that are read, and that nothing in the file sets."""
    there = code.stored | methods(owner).keys()
    there |= bound(one for one in owner.body if not isinstance(one, FUNCTIONS))
    functions = {one.name for one in code.statements if isinstance(one, FUNCTIONS)}
    own = set_by(owner)
    for method in code.functions:
        if method.owner is not owner or not method.itself or not has_one_self(method.node):
            continue
        for one in attributes(method.node.body, method.itself):
            name = one.attr
            if name in there or hasattr(object, name):
                continue
            if place := _local_store(owner, name):
                yield "assigned-without-self", place, name, str(one.lineno)
            elif like := nearest(name, own.keys() | methods(owner).keys() - {_INIT}):
                where = own[like] if like in own else methods(owner)[like].lineno
                yield "attribute-near", one.lineno, name, like, str(where)
            elif name in functions:
                yield "function-not-of-self", one.lineno, name


def _local_store(owner: ast.ClassDef, name: str) -> int:
    """The line of a method that assigns a local variable of this name and makes nothing of it there; 0 if there is none."""
    for method in methods(owner).values():
        places = [one for one in walk(method.body) if isinstance(one, ast.Name) and one.id == name]
        if places and not any(map(_is_read, places)):
            return min(one.lineno for one in places)
        if method.name == _INIT and places and name in parameters(method):
            return min((one.lineno for one in places if not _is_read(one)), default=0)
    return 0


def _unbound(code: Code) -> Iterator[Slip]:
    """Names that are read in a function and bound nowhere."""
    helpers = {one.name for one in code.stub if isinstance(one, DEFINITIONS)}
    of_objects = {
        one: methods(one).keys() - {_INIT} | set_by(one).keys() for one in code.needed if isinstance(one, ast.ClassDef)
    }
    for function in code.functions:
        local = bound([function.node])
        missing = [one for one in loaded(function.node.body) if one.id not in local | code.tops | BUILTINS]
        own = of_objects[function.owner] if function.owner is not None else set()
        kept = _kept_of_themselves(function)
        for one in missing:
            name = one.id
            if name == "self" and function.owner is not None:
                yield "self-not-there", function.node.lineno, function.node.name
            elif name in own and function.itself and name not in kept:
                yield "self-before-name", one.lineno, name
            elif name in ("np", "numpy") and code.tops.isdisjoint(("np", "numpy")):
                yield "numpy-not-imported", one.lineno, name
            elif name in helpers:
                yield "helper-deleted", one.lineno, name
            elif like := nearest(name, local | code.tops) or nearest(name, filter(str.islower, BUILTINS)):
                yield "unbound-near", one.lineno, name, like


def _kept_of_themselves(function: Function) -> set[str]:
    """Names of which a method sets the attribute of that name: `self.y = y`, where another y is meant."""
    return {
        target.attr
        for one in walk(function.node.body)
        if isinstance(one, ast.Assign)
        for target in attributes(one.targets, function.itself)
        if target.attr in {name.id for name in loaded([one.value])}
    }


def _of_numpy(code: Code) -> Iterator[Slip]:
    """Names that numpy does not have; and of arrays, names that no array has."""
    aliases = {
        alias.asname or alias.name
        for one in walk(code.statements)
        if isinstance(one, ast.Import)
        for alias in one.names
        if alias.name == "numpy"
    }
    again = [name for one in walk(code.statements) if not isinstance(one, ast.alias) for name in _rebinds(one)]
    aliases -= set(again)
    tried = {id(one) for outer in walk(code.needed) if isinstance(outer, ast.Try) for one in walk(outer.body)}
    asks = any(isinstance(one, ast.Name) and one.id == "hasattr" for one in walk(code.statements))
    if asks:  # it may have looked beforehand whether the name is there
        return
    for one in attributes(code.needed):
        if is_set(one) or id(one) in tried:
            continue
        space, said = _space(one.value, aliases)
        if space is not None:
            if not _has(space, one.attr) and not _was_there(one.attr):
                like = nearest(one.attr, [name for name in dir(space) if not name.startswith("_")])
                if like:
                    yield "numpy-near", one.lineno, f"{said}.{one.attr}", f"{said}.{like}"
                else:
                    yield "numpy-lacks", one.lineno, f"{said}.{one.attr}"
        elif one.lineno in code.raised and not hasattr(np.ndarray, one.attr):
            if one.attr in dir(np) and callable(getattr(np, one.attr)):
                yield "array-lacks", one.lineno, one.attr
            elif like := nearest(one.attr, [name for name in dir(np.ndarray) if not name.startswith("_")]):
                yield "array-near", one.lineno, one.attr, like


def _rebinds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and not _is_read(node):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, DEFINITIONS):
        yield node.name


def _space(value: ast.expr, aliases: set[str]) -> tuple[object | None, str]:
    """The module of numpy that an expression names, and how it spells it."""
    if isinstance(value, ast.Name) and value.id in aliases:
        return np, value.id
    if isinstance(value, ast.Attribute) and value.attr in _PARTS:
        outer, said = _space(value.value, aliases)
        if outer is np:
            return getattr(np, value.attr), f"{said}.{value.attr}"
    return None, ""


def _has(space: object, name: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return hasattr(space, name)


def _was_there(name: str) -> bool:
    former = getattr(np, "__former_attrs__", {}), getattr(np, "__expired_attributes__", {})
    return name in _FORMER or any(name in one for one in former)


def _keys(code: Code) -> Iterator[Slip]:
    """Keys that are read and that neither the answer nor the stub has anywhere else."""
    words = set(re.findall(r"\w+", " ".join(doc_of(one) for one in walk(code.stub) if isinstance(one, DEFINITIONS))))
    texts: dict[str, list[ast.Constant]] = {}
    for node in walk(code.statements):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            texts.setdefault(node.value, []).append(node)
    read = {id(one.slice) for one in walk(code.statements) if isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Load)}  # fmt: skip
    stored = {key for key, places in texts.items() if any(id(one) not in read for one in places)} | words
    for key, places in texts.items():
        if key not in stored and (like := nearest(key, stored)):
            yield from (("key-near", one.lineno, key, like) for one in places if id(one) in read)
