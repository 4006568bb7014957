"""What a function takes, and what stays behind of a call. Runs inside the jail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..effects import DEFINITIONS, FUNCTIONS
from ..likeness import nearest
from ..pieces import is_bare
from .code import (
    Code,
    Function,
    FunctionNode,
    Slip,
    attributes,
    bound,
    bound_at,
    called,
    doc_of,
    is_by_itself,
    is_name,
    is_set,
    loaded,
    parameters,
    walk,
)

_GROWS = frozenset(["append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "clear"])


def of_arguments(code: Code) -> Iterator[Slip]:
    yield from _defined_twice(code)
    data = _data(code) if code.alone else {}
    for function in code.functions:
        yield from _without_self(code, function)
        yield from _other_parameters(function)
        yield from _overwritten(function)
        yield from _globals(function, data)
        yield from _shared_default(function)
        yield from _sizes(function)
    for node in code.needed:
        if isinstance(node, ast.ClassDef) and is_by_itself(node):
            yield from _shared_attributes(node)


def _defined_twice(code: Code) -> Iterator[Slip]:
    for symbol, node in code.answers.items():
        if isinstance(node, ast.ClassDef):
            yield from _methods_twice(node)
        others = [
            one
            for one in code.statements
            if one is not node and isinstance(one, DEFINITIONS) and isinstance(node, DEFINITIONS) and one.name == symbol
        ]
        plain = [one for one in others if not getattr(one, "decorator_list", ())]  # a decorator may keep each of them
        unlike = [one for one in plain if not is_bare(one) and _text(one) != _text(node)]
        if unlike:
            yield "defined-twice", unlike[-1].lineno, symbol, str(node.lineno)


def _methods_twice(node: ast.ClassDef) -> Iterator[Slip]:
    last: dict[str, FunctionNode] = {}
    for one in node.body:
        if not isinstance(one, FUNCTIONS):
            last = {name: found for name, found in last.items() if name not in bound([one])}
            continue
        before = last.get(one.name)
        if before and not one.decorator_list and not before.decorator_list and _text(before) != _text(one):
            if is_bare(one):
                yield "stub-below", one.lineno, one.name, str(before.lineno)
            elif not is_bare(before):
                yield "defined-twice", before.lineno, one.name, str(one.lineno)
        last[one.name] = one


def _text(node: ast.AST) -> str:
    return ast.dump(node)


def _without_self(code: Code, function: Function) -> Iterator[Slip]:
    """Methods that take all that the stub's take but the object."""
    node, stub = function.node, function.stub
    if function.owner is None or stub is None or node.decorator_list or stub.decorator_list or node.args.vararg:
        return
    asked = parameters(stub)
    again = code.stored | bound(one for one in function.owner.body if not isinstance(one, FUNCTIONS))
    if asked and parameters(node) == asked[1:] and is_by_itself(function.owner) and node.name not in again:
        yield "self-not-there", node.lineno, node.name


def _other_parameters(function: Function) -> Iterator[Slip]:
    if function.stub is None:
        return
    own, asked = function.parameters, parameters(function.stub)
    skip = 1 if function.owner is not None else 0
    if own != asked and sorted(own) == sorted(asked):
        yield "parameter-order", function.node.lineno, ", ".join(own[skip:]), ", ".join(asked[skip:])
    elif function.node.args.kwarg is None:
        everything = {*own, *(one.arg for one in function.node.args.kwonlyargs)}
        for place, name in enumerate(asked):
            if place >= skip and name not in everything and place < len(own) and own[place] not in asked:
                yield "parameter-name", function.node.lineno, own[place], name


def _overwritten(function: Function) -> Iterator[Slip]:
    """Arguments that get another value before anything has read them."""
    required = function.parameters[: len(function.parameters) - len(function.node.args.defaults)]
    waiting = {*required} - {function.itself}
    if function.stub is None:
        return
    for one in function.node.body:
        read = {name.id for name in loaded([one])}
        waiting -= read
        if isinstance(one, ast.Assign):
            for target in one.targets:
                if isinstance(target, ast.Name) and target.id in waiting:
                    yield "argument-overwritten", one.lineno, target.id
        waiting -= bound([one])
        if isinstance(one, (ast.Return, ast.Raise)):
            return


# --- what comes from outside ------------------------------------------------------------------------------------


def _globals(function: Function, data: dict[str, int]) -> Iterator[Slip]:
    """Values of the file that a function reads, and that are called almost like an argument that it does not read."""
    if function.stub is None:
        return
    own = set(function.parameters) - {function.itself}
    read = loaded(function.node.body)
    asked = parameters(function.stub)
    unused = sorted(own - {one.id for one in read} - bound(function.node.body))
    local = bound([function.node])
    of_object = _made_with(function)
    said: set[str] = set()
    for one in read:
        name = one.id
        if name not in data or name in local or name in said:
            continue
        if like := [argument for argument in unused if _is_form_of(name, argument)]:
            said.add(name)
            yield "global-for-argument", one.lineno, name, like[0], str(data[name])
        elif name in asked and nearest(name, unused):
            said.add(name)
            yield "global-for-misspelt", one.lineno, name, str(data[name])
        elif name in of_object:
            said.add(name)
            yield "global-for-own", one.lineno, name, str(data[name])


def _data(code: Code) -> dict[str, int]:
    """Names that only plain assignments of the file bind, not functions, classes or modules; with the line of the last."""
    others = {name for one in code.statements if isinstance(one, (*DEFINITIONS, ast.Import, ast.ImportFrom)) for name in bound_at([one])}  # fmt: skip
    found: dict[str, int] = {}
    for one in code.statements:
        if isinstance(one, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For, ast.With)):
            value = getattr(one, "value", None)
            if isinstance(value, (ast.Lambda, ast.Constant)):
                continue
            for name in bound([one]) - others:
                found[name] = one.lineno
    return found


def _made_with(function: Function) -> set[str]:
    """What the stub's objects of the class are made with."""
    if function.base is None or function.node.name == "__init__":
        return set()
    init = next((one for one in function.base.body if isinstance(one, FUNCTIONS) and one.name == "__init__"), None)
    return set(parameters(init)[1:]) if init else set()


def _is_form_of(name: str, argument: str) -> bool:
    """`X`, `x1`, `x_train` for x."""
    plain, other = name.lower().strip("_"), argument.lower().strip("_")
    return re.fullmatch(rf"{re.escape(other)}(\d*|_\w+)", plain) is not None


# --- what stays behind -----------------------------------------------------------------------------------------


def _shared_default(function: Function) -> Iterator[Slip]:
    """Defaults that are one object for all calls, and that a call changes."""
    args = function.node.args
    positional = [*args.posonlyargs, *args.args]
    with_default = [*zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True)]
    for argument, default in with_default:
        if (
            _is_container(default)
            and argument.arg not in bound(function.node.body)
            and _changes(function.node.body, argument.arg)
        ):
            yield "shared-default", function.node.lineno, argument.arg


def _is_container(value: ast.expr) -> bool:
    return isinstance(value, (ast.List, ast.Dict, ast.Set)) or called(value) in ("list", "dict", "set", "defaultdict")


def _changes(body: list[ast.stmt], name: str, itself: str = "") -> bool:
    """Whether something is put into `name`, or into the attribute `name` of `itself`."""

    def is_it(one: ast.AST) -> bool:
        if itself:
            return isinstance(one, ast.Attribute) and one.attr == name and is_name(one.value, itself)
        return is_name(one, name)

    for one in walk(body):
        if isinstance(one, ast.Subscript) and not isinstance(one.ctx, ast.Load) and is_it(one.value):
            return True
        grows = isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in _GROWS
        if grows and is_it(one.func.value):  # type: ignore[attr-defined]
            return True
    return False


def _shared_attributes(node: ast.ClassDef) -> Iterator[Slip]:
    """What a class has once for all of its objects, and a method changes."""
    own = [one for one in node.body if isinstance(one, FUNCTIONS) and parameters(one)]
    set_by = {one.attr for method in own for one in attributes(method.body, parameters(method)[0]) if is_set(one)}
    for one in node.body:
        if not (isinstance(one, ast.Assign) and _is_container(one.value)):
            continue
        for name in bound_at(one.targets) - set_by:
            if any(_changes(method.body, name, parameters(method)[0]) for method in own):
                yield "shared-attribute", one.lineno, name


def _sizes(function: Function) -> Iterator[Slip]:
    """Arrays made with sizes in numbers, where the stub names sizes."""
    if not re.search(r"\(N, [A-Z]\)|\([A-Z],\)", f"{doc_of(function.stub)} {doc_of(function.base)}"):
        return
    for one in walk(function.node.body):
        if (
            isinstance(one, ast.Call)
            and isinstance(one.func, ast.Attribute)
            and one.func.attr in ("zeros", "ones", "empty")
        ):
            shape = one.args[0] if one.args else None
            if isinstance(shape, ast.Tuple) and len(shape.elts) > 1 and all(map(_is_size, shape.elts)):
                yield "fixed-size", one.lineno, ast.unparse(shape)


def _is_size(one: ast.expr) -> bool:
    return isinstance(one, ast.Constant) and type(one.value) is int and one.value > 1
