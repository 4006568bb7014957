"""What a top-level statement does to names: which it defines, which it changes, which are two names of one thing.

Runs inside the jail. All of this is read off the syntax tree; where that cannot tell whether something is changed, it *may*
be. Such a statement is run, and costs nothing if it fails (`selection.py`).
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from typing import NamedTuple

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
IMPORTS = (ast.Import, ast.ImportFrom)
_LAMBDAS = (*FUNCTIONS, ast.Lambda)
_PARTS = (ast.Attribute, ast.Subscript, ast.Starred)

# Of modules only these calls change something that an answer could tell: `np.seterr`, `random.seed`, `sys.setrecursionlimit`.
_SETTINGS = frozenset(
    ["seterr", "seterrcall", "seed", "set_state", "simplefilter", "filterwarnings", "setrecursionlimit", "set_printoptions",
     "setswitchinterval"]
)  # fmt: skip
# Functions of modules and builtins that change their first argument.
_IN_PLACE = frozenset(
    ["next", "setattr", "setitem", "delitem", "delattr", "shuffle", "put", "copyto", "fill_diagonal", "place", "putmask",
     "put_along_axis", "heappush", "heapify"]
)  # fmt: skip
_NAMESPACES = frozenset(["globals", "locals", "vars"])
_DYNAMIC = frozenset(["exec", "eval", *_NAMESPACES])
# What gives its arguments, or parts of them, under another name.
_PASSES_ON = frozenset(["zip", "enumerate", "reversed", "iter", "next", "sorted", "list", "tuple", "filter", "map"])
_SILENT = frozenset(["print", "len", "display", "input", "isinstance", "help", "type", "repr", "str"])

_MUTATORS = frozenset(["append", "extend", "add", "update", "setdefault", "insert", "pop", "remove", "clear"])

SETTINGS = "*settings"  # of Python, numpy and their random numbers, which everything may depend on
LOOKS_UP = frozenset([*_NAMESPACES, "eval", "exec", "dir"])  # names by their text
ANYTHING = "*"  # a name for whatever a star import or `exec` defines


class Effects(NamedTuple):
    """
    Attributes:
        defines: names that it binds.
        changes: names of what it alters in place.
        may_change: names of what it perhaps alters: by a call.
        aliases: pairs of names for what may be one thing.
    """

    defines: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    may_change: frozenset[str] = frozenset()
    aliases: frozenset[tuple[str, str]] = frozenset()


class Known(NamedTuple):
    """What is known of a file's names before its statements are looked at.

    Attributes:
        imported: names of modules and of what comes from them.
        does: by function, what a call of it does to global names.
    """

    imported: frozenset[str]
    does: dict[str, Effects]


NO_EFFECTS = Effects()


def known(statements: Iterable[ast.stmt]) -> Known:
    """What the statements of a file say about its names."""
    statements = list(statements)
    imported = frozenset(name for one in _all_of(statements, IMPORTS) for name in imports(one))
    functions: dict[str, list[ast.AST]] = {}
    for one in _all_of(statements, DEFINITIONS):
        if isinstance(one, DEFINITIONS):
            functions.setdefault(one.name, []).append(one)
    bare = Known(imported, {})
    does = {name: _joined([_of_body(one, bare) for one in found]) for name, found in functions.items()}
    for name, found in functions.items():
        if any(map(_keeps_a_state, found)):
            does[name] = does[name]._replace(may_change=does[name].may_change | {name})
    calls = {name: {call for one in found for call in _called(one)} & does.keys() for name, found in functions.items()}
    return Known(imported, _closed(does, calls))


def _closed(does: dict[str, Effects], calls: dict[str, set[str]]) -> dict[str, Effects]:
    """With what those do that are called on the way."""
    callers: dict[str, list[str]] = {}
    for name, called in calls.items():
        for one in called:
            callers.setdefault(one, []).append(name)
    work = [name for name, one in does.items() if one != NO_EFFECTS]
    while work:
        name = work.pop()
        for caller in callers.get(name, ()):
            joined = _joined([does[caller], does[name]])
            if joined != does[caller]:
                does[caller] = joined
                work.append(caller)
    return does


def _called(function: ast.AST) -> set[str]:
    return {one.func.id for one in ast.walk(function) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}


def _keeps_a_state(function: ast.AST) -> bool:
    """Whether a call may find what an earlier one left in a default, or in what all objects of a class share."""
    defaults = [*function.args.defaults, *function.args.kw_defaults] if isinstance(function, FUNCTIONS) else []
    if isinstance(function, ast.ClassDef):
        defaults = [one.value for one in function.body if isinstance(one, ast.Assign)]
    return any(isinstance(one, (ast.List, ast.Dict, ast.Set, ast.Call)) for one in defaults)


def _of_body(function: ast.AST, known: Known) -> Effects:
    """What a call of a function does to global names. Of a class, what making one does."""
    inner = list(ast.walk(function))
    told = {name for one in inner if isinstance(one, ast.Global) for name in one.names}
    bound = {one.id for one in inner if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    bound |= {one.name for one in inner if isinstance(one, DEFINITIONS) and one is not function}
    bound |= {name for one in inner if isinstance(one, IMPORTS) for name in imports(one)}
    bound |= {one.arg for one in inner if isinstance(one, ast.arg)}
    own = bound - told
    seen = _joined(_simple(one, known) for one in inner)
    return Effects(frozenset(told & bound), seen.changes - own, seen.may_change - own, frozenset())


def effects(one: ast.stmt, known: Known) -> Effects:
    """What a statement does while it runs."""
    return _joined(_simple(inner, known) for inner in _running(one))


def imports(one: ast.AST) -> list[str]:
    """The names that an import binds."""
    assert isinstance(one, IMPORTS)
    if isinstance(one, ast.Import):
        return [alias.asname or alias.name.split(".")[0] for alias in one.names]
    return [alias.asname or alias.name for alias in one.names]


def _running(one: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a statement that run with it: not the bodies of the functions in it."""
    work = [one]
    while work:
        node = work.pop()
        yield node
        if isinstance(node, DEFINITIONS):
            # decorators are called, and so may the bases of a class be: `__init_subclass__`, a metaclass
            called = [*node.decorator_list]
            if isinstance(node, ast.ClassDef):
                called += [*node.bases, *(keyword.value for keyword in node.keywords)]
            else:
                work += [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            work += [ast.Call(func=one, args=[], keywords=[]) for one in called]
        elif isinstance(node, ast.comprehension):
            work += [node.iter, *node.ifs]  # its names are its own
        elif not isinstance(node, ast.Lambda):
            work += ast.iter_child_nodes(node)


def _simple(node: ast.AST, known: Known) -> Effects:
    """What one node by itself does."""
    if isinstance(node, DEFINITIONS):
        return Effects(defines=frozenset([node.name]))
    if isinstance(node, IMPORTS):
        return Effects(defines=frozenset(imports(node)))
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return Effects(defines=frozenset([node.id]))
    if isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
        return Effects(defines=frozenset([node.name]))
    if isinstance(node, ast.Call):
        return _call(node, known)
    if isinstance(node, ast.Expr):  # a bare `table["a"]` may make an entry
        looked_up = {_root(one) for one in ast.walk(node.value) if isinstance(one, ast.Subscript)}
        return NO_EFFECTS._replace(may_change=frozenset(filter(None, looked_up - known.imported)))
    if isinstance(node, ast.Assign):
        return _assigned(node.targets, node.value)
    if isinstance(node, ast.AugAssign):
        root = _root(node.target)
        return Effects(changes=frozenset([root] if root else ()))
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        return _assigned([node.target], node.value)
    if isinstance(node, ast.NamedExpr):
        return _assigned([node.target], node.value)
    if isinstance(node, (ast.For, ast.AsyncFor)):
        begun = frozenset([node.iter.id] if isinstance(node.iter, ast.Name) else ())  # a generator is not what it was
        return _assigned([node.target], node.iter)._replace(may_change=begun)
    if isinstance(node, ast.withitem) and node.optional_vars is not None:
        return _assigned([node.optional_vars], node.context_expr)
    if isinstance(node, ast.Delete):
        roots = [_root(target) for target in node.targets if isinstance(target, _PARTS)]
        return Effects(changes=frozenset(filter(None, roots)))
    return NO_EFFECTS


def _assigned(targets: list[ast.expr], value: ast.expr) -> Effects:
    changes: set[str] = set()
    defines: set[str] = set()
    for target in targets:
        for node in ast.walk(target):
            if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
                root = _root(node)
                if root == "builtins" and isinstance(node, ast.Attribute):
                    defines.add(node.attr)
                elif root:
                    changes.add(root)
                elif _is_namespace(node):  # globals()["W"] = …
                    key = node.slice if isinstance(node, ast.Subscript) else None
                    defines.add(str(key.value) if isinstance(key, ast.Constant) else ANYTHING)
                else:  # getcontext().prec = 3
                    changes.add(SETTINGS)
                if "__class__" in _attributes(node):  # what every other object of the class has, too
                    changes.add(SETTINGS)
    return Effects(frozenset(defines), frozenset(changes), frozenset(), frozenset(_aliases(targets, value)))


def _is_namespace(node: ast.expr) -> bool:
    inner = node.value if isinstance(node, (ast.Attribute, ast.Subscript)) else node
    return isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id in _NAMESPACES


def _call(node: ast.Call, known: Known) -> Effects:
    done = _called_on(node, known)
    written = {root for one in node.keywords if one.arg == "out" and (root := _root(one.value))}
    bound = {
        root for one in node.args if isinstance(one, ast.Attribute) and one.attr in _MUTATORS and (root := _root(one))
    }
    return done._replace(changes=done.changes | written, may_change=done.may_change | bound)


def _called_on(node: ast.Call, known: Known) -> Effects:
    if isinstance(node.func, ast.Name):
        return _call_of_name(node, node.func.id, known)
    root = _root(node.func)
    last = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    first = _root(node.args[0]) if node.args else None
    if _is_namespace(node.func):  # globals().update(…)
        return Effects(defines=frozenset([ANYTHING]))
    if root is None:  # `Random(0).shuffle(table)`, `Relu().forward(x)`
        made = _made_of(node.func)
        kept = [made] if made in known.does and made in known.does[made].may_change else []
        return Effects(may_change=frozenset([*kept, *_arguments(node)]))
    if root in known.imported:
        changed = [SETTINGS] if last in _SETTINGS else [first] if last in _IN_PLACE and first else []
        return Effects(changes=frozenset(changed))
    # a method may change its object, and what it is given
    return Effects(may_change=frozenset([root, *_arguments(node)]))


def _call_of_name(node: ast.Call, name: str, known: Known) -> Effects:
    arguments = _arguments(node)
    if name in _DYNAMIC:
        defined = [ANYTHING] if name == "exec" else []
        return Effects(defines=frozenset(defined))
    if name in _IN_PLACE and node.args:
        root = _root(node.args[0])
        return Effects(changes=frozenset([root] if root else ()))
    if name in _SILENT or hasattr(builtins, name):
        return NO_EFFECTS
    if name in known.imported:
        return NO_EFFECTS  # `plot(x, y)` of a library; what changes its argument is called by the library's name
    done = known.does.get(name) or Effects(
        frozenset(), frozenset(), frozenset([name]), frozenset()
    )  # a closure has a state
    return done._replace(may_change=done.may_change | frozenset(arguments))


def _arguments(node: ast.Call) -> list[str]:
    values = [*node.args, *(keyword.value for keyword in node.keywords)]
    return [root for value in values if isinstance(value, (ast.Name, *_PARTS)) and (root := _root(value))]


def _aliases(targets: list[ast.expr], value: ast.expr) -> Iterator[tuple[str, str]]:
    bound = [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
    for given in _given(value):
        yield from ((name, given) for name in bound if name != given)
    if len(targets) > 1:
        yield from ((bound[0], other) for other in bound[1:] if bound[0] != other)


def _given(value: ast.expr) -> Iterator[str]:
    """The names whose things, or parts of them, an expression may give."""
    work = [value]
    while work:
        one = work.pop()
        if isinstance(one, (ast.Name, *_PARTS)):
            root = _root(one)
            if root:
                yield root
        elif isinstance(one, (ast.Tuple, ast.List, ast.Set)):
            work += one.elts
        elif isinstance(one, ast.Dict):
            work += one.values
        elif isinstance(one, ast.IfExp):
            work += [one.body, one.orelse]
        elif isinstance(one, ast.BoolOp):
            work += one.values
        elif isinstance(one, ast.NamedExpr):
            work.append(one.value)
        elif isinstance(one, ast.Call):
            if isinstance(one.func, ast.Attribute):  # params.values()
                work.append(one.func.value)
            elif isinstance(one.func, ast.Name) and one.func.id in _PASSES_ON:
                work += one.args


def _made_of(target: ast.expr) -> str:
    """The class, or function, of which a call gave what stands at the bottom of `Relu().x.forward`."""
    while isinstance(target, _PARTS):
        target = target.value
    return target.func.id if isinstance(target, ast.Call) and isinstance(target.func, ast.Name) else ""


def _attributes(target: ast.expr) -> set[str]:
    return {one.attr for one in ast.walk(target) if isinstance(one, ast.Attribute)}


def _root(target: ast.expr) -> str | None:
    """The name at the bottom of `a.b[0].c`."""
    while isinstance(target, _PARTS):
        target = target.value
    return target.id if isinstance(target, ast.Name) else None


def _all_of(statements: Iterable[ast.stmt], kinds: tuple[type, ...]) -> Iterator[ast.AST]:
    """The nodes of a kind at the top level of a file, in whatever block."""
    for one in statements:
        work: list[ast.AST] = [one]
        while work:
            node = work.pop()
            if isinstance(node, kinds):
                yield node
            if not isinstance(node, (*_LAMBDAS, ast.ClassDef)):
                work += ast.iter_child_nodes(node)


def _joined(some: Iterable[Effects]) -> Effects:
    some = [one for one in some if one is not NO_EFFECTS]
    if not some:
        return NO_EFFECTS
    return Effects(*(frozenset().union(*parts) for parts in zip(*some, strict=True)))
