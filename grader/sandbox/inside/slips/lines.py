"""Lines that do nothing, or not what they seem to. Runs inside the jail."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ..effects import FUNCTIONS, IMPORTS
from .code import BUILTINS, Code, Function, Slip, bound, bound_at, called, doc_of, is_name, walk

# Methods of arrays, and functions of numpy, that give something new and change nothing if they have no more arguments than these.
_PURE_METHODS = {
    "reshape": 9, "astype": 1, "copy": 0, "flatten": 0, "ravel": 0, "transpose": 9, "sum": 1, "mean": 1, "max": 1, "min": 1,
    "dot": 1, "clip": 2, "std": 1, "var": 1, "argmax": 1, "argmin": 1, "squeeze": 1, "round": 1, "cumsum": 1, "prod": 1,
}  # fmt: skip
_PURE_FUNCTIONS = {
    "reshape": 2, "copy": 1, "ravel": 1, "transpose": 2, "sum": 2, "mean": 2, "max": 2, "min": 2, "dot": 2, "clip": 3, "std": 2,
    "var": 2, "argmax": 2, "argmin": 2, "squeeze": 2, "round": 2, "cumsum": 2, "prod": 2, "where": 3, "concatenate": 2,
    "stack": 2, "vstack": 1, "hstack": 1, "zeros_like": 1, "asarray": 2,
}  # fmt: skip
_HARMLESS = frozenset(
    ["axis", "keepdims", "dtype", "copy", "order", "decimals", "ddof", "min", "max", "a_min", "a_max"]
)
_METHODS = frozenset([*_PURE_METHODS, "tolist", "item", "any", "all"])
_IN_PLACE = frozenset(["append", "extend", "insert", "sort", "reverse"])
_SHUFFLES = frozenset(["shuffle", "seed"])


def of_lines(code: Code) -> Iterator[Slip]:
    numpy, data = _numpy_names(code), _data_of_objects(code)
    defined = {one.name for one in walk(code.statements) if isinstance(one, FUNCTIONS)}
    defined |= bound(one for one in code.statements if isinstance(one, IMPORTS))
    for function in code.functions:
        yield from _statements(function, defined, numpy)
        yield from _arithmetic(code, function, data, numpy)
        yield from _itself(function)
        yield from _shadowed(code, function)


def _numpy_names(code: Code) -> frozenset[str]:
    found = {
        alias.asname or alias.name
        for one in walk(code.statements)
        if isinstance(one, ast.Import)
        for alias in one.names
        if alias.name == "numpy"
    }
    return frozenset(found)


def _of_numpy(node: ast.AST, numpy: frozenset[str]) -> str:
    """The name of a function of numpy itself; empty for everything else."""
    is_one = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in numpy
    return node.attr if is_one and isinstance(node, ast.Attribute) else ""


def _statements(function: Function, defined: set[str], numpy: frozenset[str]) -> Iterator[Slip]:
    tried = {id(one) for outer in function.parts if isinstance(outer, (ast.Try, ast.With)) for one in walk(outer.body)}
    for one in function.parts:
        if isinstance(one, ast.Expr) and id(one) not in tried:  # there it may be enough that it can be worked out
            value = one.value
            if isinstance(value, ast.Compare) and len(value.ops) == 1 and isinstance(value.ops[0], ast.Eq):
                if isinstance(value.left, (ast.Name, ast.Attribute, ast.Subscript)):
                    yield "comparison-alone", one.lineno
            elif isinstance(value, ast.BinOp) and not isinstance(value.op, (ast.LShift, ast.RShift, ast.BitOr)):
                yield "not-assigned", one.lineno
            elif isinstance(value, ast.Call) and _is_pure(value, defined, numpy):
                yield "thrown-away", one.lineno
        elif isinstance(one, (ast.Assign, ast.Return)) and isinstance(one.value, ast.Call):
            func = one.value.func
            if not isinstance(func, ast.Attribute) or func.attr in defined:
                continue
            base = ast.unparse(func.value)
            is_shuffle = func.attr in _SHUFFLES and base in {f"{name}.random" for name in numpy} | {"random"}
            if is_shuffle or (func.attr in _IN_PLACE and isinstance(func.value, ast.Name) and base not in numpy):
                if func.attr in _IN_PLACE and not _is_list_or_array(function, base, func.attr):
                    continue
                yield "none-kept", one.lineno, func.attr


def _is_list_or_array(function: Function, name: str, method: str) -> bool:
    """Whether all that a function assigns to a name is a list that it makes itself."""
    values = [
        one.value
        for one in walk(function.node.body)
        if isinstance(one, ast.Assign) and any(is_name(target, name) for target in one.targets)
    ]
    values = [one for one in values if not (isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == method)]  # fmt: skip
    return bool(values) and all(isinstance(one, (ast.List, ast.ListComp)) or called(one) == "list" for one in values)


def _is_pure(call: ast.Call, defined: set[str], numpy: frozenset[str]) -> bool:
    """Whether a call gives a new value and changes nothing. Arguments by position may be the array to write to."""
    func = call.func
    if (
        not isinstance(func, ast.Attribute)
        or any(word.arg not in _HARMLESS for word in call.keywords)
        or any(isinstance(one, ast.Starred) for one in call.args)
    ):
        return False
    name = func.attr
    if _of_numpy(func, numpy):
        found = getattr(np, name, None)
        most = found.nin if isinstance(found, np.ufunc) else _PURE_FUNCTIONS.get(name, -1)
        return 0 < len(call.args) <= most
    is_value = not isinstance(func.value, ast.Name) or func.value.id not in defined
    return is_value and name not in defined and len(call.args) <= _PURE_METHODS.get(name, -1)


def _arithmetic(code: Code, function: Function, data: set[str], numpy: frozenset[str]) -> Iterator[Slip]:
    """`^` for a power, and functions that are reckoned with and not called."""
    callable_here = {one.name for one in code.statements if isinstance(one, FUNCTIONS) and not one.decorator_list}
    callable_here -= bound([function.node])
    for one in function.parts:
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitXor):  # noqa: SIM102
            if one.lineno in code.raised or any(map(_is_exponent, (one.left, one.right))):
                yield "power-as-xor", one.lineno
        for part in _operands(one, function):
            if isinstance(part, ast.Name) and part.id in callable_here:
                yield "not-called", part.lineno, part.id
            elif isinstance(part, ast.Attribute) and _is_no_value(part, function, data, numpy, code.raised):
                yield "not-called", part.lineno, part.attr


def _data_of_objects(code: Code) -> set[str]:
    """Attributes that some object has, and that may be values."""
    data = set(code.stored)
    for node in code.statements:
        if isinstance(node, ast.ClassDef):
            plain = {one.name for one in node.body if isinstance(one, FUNCTIONS) and not one.decorator_list}
            data |= bound_at(node.body) - plain
    return data


def _is_no_value(
    part: ast.Attribute, function: Function, data: set[str], numpy: frozenset[str], raised: frozenset[int]
) -> bool:
    """Whether an attribute is a function: of numpy, or a method of the object; or what arrays have as a method, in a line that
    raised an exception: some other object could have a value under that name."""
    if _of_numpy(part, numpy):
        return _is_function(np, part.attr)
    if _of_numpy(part.value, numpy):
        return _of_numpy(part.value, numpy) == "random" and _is_function(np.random, part.attr)
    if function.owner is not None and is_name(part.value, function.itself):
        return part.attr in {one.name for one in function.owner.body if isinstance(one, FUNCTIONS)} - data
    return part.lineno in raised and part.attr in _METHODS - data


def _is_exponent(one: ast.expr) -> bool:
    """What nobody takes the exclusive or of: a float, a number above 1, a negative one."""
    is_number = isinstance(one, ast.Constant) and type(one.value) in (int, float) and one.value not in (0, 1)
    return is_number or (isinstance(one, ast.UnaryOp) and isinstance(one.op, ast.USub))


def _is_function(space: object, name: str) -> bool:
    found = getattr(space, name, None)
    return callable(found) and not isinstance(found, type)


def _operands(one: ast.AST, function: Function) -> Sequence[ast.expr]:
    """What has to be a value there."""
    if isinstance(one, ast.BinOp):
        return one.left, one.right
    if isinstance(one, ast.UnaryOp):
        return (one.operand,)
    gives_values = function.stub is not None and "function" not in doc_of(function.stub)
    if isinstance(one, ast.Return) and isinstance(one.value, ast.Attribute) and gives_values:
        return (one.value,)
    return ()


def _itself(function: Function) -> Iterator[Slip]:
    """Calls of a function in itself; whether they come to an end, their error says."""
    name = function.node.name
    for one in walk(function.node.body):
        if isinstance(one, ast.Call):
            by_self = isinstance(one.func, ast.Attribute) and one.func.attr == name and function.itself
            if (by_self and isinstance(one.func, ast.Attribute) and is_name(one.func.value, function.itself)) or (
                function.owner is None and called(one) == name and name not in bound(function.node.body)
            ):
                yield "calls-itself", one.lineno, name


def _shadowed(code: Code, function: Function) -> Iterator[Slip]:
    """Builtins, and functions of the file, that are called under a name that holds something else by then."""
    local = _assigned(function.node.body) | dict.fromkeys(function.parameters, function.node.lineno)
    for one in walk(function.node.body):
        if called(one) in local and (called(one) in BUILTINS or called(one) in code.tops):
            yield "shadowed", one.lineno, called(one), str(local[called(one)])  # type: ignore[attr-defined]
    if function.owner is None or not function.itself:
        return
    names = {one.name for one in function.owner.body if isinstance(one, FUNCTIONS) and not one.decorator_list}
    for one in walk(function.node.body):
        if not isinstance(one, ast.Assign) or isinstance(one.value, (ast.Name, ast.Attribute, ast.Lambda)):
            continue
        for target in one.targets:
            if isinstance(target, ast.Attribute) and target.attr in names and is_name(target.value, function.itself):
                yield "attribute-over-method", target.lineno, target.attr


def _assigned(nodes: Iterable[ast.stmt]) -> dict[str, int]:
    """Names that are assigned plain values there, with the first line of each."""
    found: dict[str, int] = {}
    for one in walk(nodes):
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            found[one.id] = min(one.lineno, found.get(one.id, one.lineno))
    return found
