"""From an answer's cells to code that a worker can run. Runs inside the jail: hostile source may crash a parser.

A file is compiled whole. Of a notebook only what the exercise needs runs: for each wanted symbol the last
complete definition and, recursively, the imports, constants and helpers that it names. Prints, plots and
training loops are left out. Which names a statement needs, its own compiled code says: a local variable that
happens to be called like the result of some training cell must not start the training.
"""

from __future__ import annotations

import ast
import builtins
import dis
import re
from collections.abc import Iterator
from types import CodeType
from typing import Any

from .interpreter import MAX_NOTE_TEXT, MAX_NOTES
from .ipython_cells import parse_cell

Notes = list[tuple[Any, ...]]

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
_FUNCTION = 1  # CO_OPTIMIZED: bodies of functions have it, modules and classes do not
_GLOBAL_ACCESS = re.compile(r"(LOAD|STORE)_(\w+_OR_)?(NAME|GLOBAL)")
_STAR = "*"


def prepare(
    cells: list[tuple[int, str]], symbols: list[str], aliases: dict[str, list[str]], select: bool, filename: str
) -> tuple[CodeType, Notes]:
    """Code to run, and notes on what was left out or mended.

    `cells` are (first line, text); lines in tracebacks and errors count through all of them. The notes are
    ("broken-cell", line of the cell, line of the error, message), ("missing", symbol), ("out-of-order", name)
    and, where there would be more than MAX_NOTES, ("more",). Raises SyntaxError, for a notebook only if the
    broken cell seems to hold the answer.
    """
    if not select:
        return compile("\n".join(text for _, text in cells), filename, "exec", dont_inherit=True), []
    statements, broken = _parse(cells)
    selection = _Selection(statements, filename)
    notes: Notes = [("broken-cell", start, error.lineno, str(error.msg)[:MAX_NOTE_TEXT]) for start, _, error in broken]
    for symbol in symbols:
        spellings = [symbol, *aliases.get(symbol, ())]
        index = selection.best(spellings)
        if index is None or is_bare(statements[index]):
            pattern = r"^\s*(?:async\s+def|def|class)\s+(?:" + "|".join(map(re.escape, spellings)) + r")\b"
            for _, text, error in broken:
                if re.search(pattern, text, re.MULTILINE):
                    raise error
        if index is None:
            notes.append(("missing", symbol))
        else:
            selection.need(index)
    notes += [("out-of-order", name[:MAX_NOTE_TEXT]) for name in sorted(selection.out_of_order)]
    return selection.code(), notes if len(notes) <= MAX_NOTES else [*notes[: MAX_NOTES - 1], ("more",)]


def _parse(cells: list[tuple[int, str]]) -> tuple[list[ast.stmt], list[tuple[int, str, SyntaxError]]]:
    """Statements of all cells in order, with their lines among all; and (line, text, error) of broken cells."""
    statements: list[ast.stmt] = []
    broken: list[tuple[int, str, SyntaxError]] = []
    for start, text in cells:
        try:
            tree = parse_cell(text)
        except SyntaxError as error:
            error.lineno = (error.lineno or 1) + start - 1
            broken.append((start, text, error))
        except (ValueError, RecursionError, MemoryError) as odd:  # one hostile cell is no reason to lose the others
            refused = SyntaxError(f"{type(odd).__name__}: {odd}")
            refused.lineno = start
            broken.append((start, text, refused))
        else:
            statements += _defining(ast.increment_lineno(tree, start - 1).body)
    return statements, broken


def _defining(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of `body` that define something, in pieces that can be chosen one by one."""
    for one in body:
        if isinstance(one, _IMPORTS):  # so that a needed numpy does not bring along a plotting library
            for alias in one.names:
                fields = {name: value for name, value in ast.iter_fields(one) if name != "names"}
                yield ast.copy_location(type(one)(**fields, names=[alias]), one)
        elif isinstance(one, ast.If) and "__name__" in ast.dump(one.test):
            yield from _defining(one.body)  # `if __name__ == "__main__"`, which is true in a notebook
        elif isinstance(one, ast.If):
            nothing = ast.copy_location(ast.Pass(), one)
            one.body, one.orelse = list(_defining(one.body)) or [nothing], list(_defining(one.orelse))
            yield one
        elif isinstance(one, ast.Try):
            nothing = ast.copy_location(ast.Pass(), one)
            one.orelse, one.finalbody = list(_defining(one.orelse)), list(_defining(one.finalbody))
            blocks: list[ast.Try | ast.ExceptHandler] = [one, *one.handlers]
            for block in blocks:
                block.body = list(_defining(block.body)) or [nothing]
            yield one
        elif isinstance(one, (*_DEFINITIONS, ast.Assign, ast.AnnAssign, ast.AugAssign)):
            yield one


def _defines(one: ast.stmt) -> set[str]:
    if isinstance(one, _DEFINITIONS):
        return {one.name}
    if isinstance(one, _IMPORTS):
        return {alias.asname or alias.name.split(".")[0] for alias in one.names}
    if isinstance(one, ast.Assign):
        nodes = [node for target in one.targets for node in ast.walk(target)]
        return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    if isinstance(one, ast.AnnAssign):
        return {one.target.id} if one.value is not None and isinstance(one.target, ast.Name) else set()
    if isinstance(one, (ast.If, ast.Try)):
        inside = [*one.body, *one.orelse, *getattr(one, "finalbody", ())]
        inside += [other for handler in getattr(one, "handlers", ()) for other in handler.body]
        return {name for other in inside for name in _defines(other)}
    return set()


def _changes(one: ast.stmt) -> set[str]:
    """Names of what a statement alters and does not define: `Affine.backward = …`, `table[0] = …`, `total += 1`."""
    if isinstance(one, ast.AugAssign):
        targets = [one.target]
    elif isinstance(one, ast.Assign):
        targets = [target for target in one.targets if isinstance(target, (ast.Attribute, ast.Subscript))]
    else:
        return set()
    found = set()
    for target in targets:
        root: ast.expr = target
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value
        if isinstance(root, ast.Name):
            found.add(root.id)
    return found


def is_bare(one: ast.stmt) -> bool:
    """Whether a definition is still the stub: only docstrings, `pass`, `...` and NotImplementedError in it.

    A class is, if all its methods other than `__init__` are; one without any is, if nothing at all is in it.
    """
    if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return all(_is_filler(other) for other in one.body)
    if not isinstance(one, ast.ClassDef):
        return False
    functions = [other for other in one.body if isinstance(other, (ast.FunctionDef, ast.AsyncFunctionDef))]
    methods = [function for function in functions if function.name != "__init__"]
    if methods:
        return all(is_bare(method) for method in methods)
    return not one.bases and all(is_bare(other) or _is_filler(other) for other in one.body)


def _is_filler(one: ast.stmt) -> bool:
    if isinstance(one, ast.Raise) and one.exc is not None:
        raised = one.exc.func if isinstance(one.exc, ast.Call) else one.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(one, ast.Pass) or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))


class _Selection:
    """The statements that are needed so far.

    Attributes:
        before: by statement, those that must have run before it (indices into `statements`).
        out_of_order: names that only a later cell defines, although they are needed at once.
    """

    def __init__(self, statements: list[ast.stmt], filename: str) -> None:
        self.statements = statements
        self.filename = filename
        self.before: dict[int, set[int]] = {}
        self.out_of_order: set[str] = set()
        self.definers: dict[str, list[int]] = {}
        self.changers: dict[str, list[int]] = {}
        self._names: dict[int, tuple[set[str], set[str]]] = {}
        for index, one in enumerate(statements):
            for name in _defines(one):
                self.definers.setdefault(name, []).append(index)
            for name in _changes(one):
                self.changers.setdefault(name, []).append(index)

    def best(self, spellings: list[str]) -> int | None:
        """The last complete definition under any of `spellings`; an import is none, unless there is no other."""
        found = sorted({index for name in spellings for index in self.definers.get(name, ())})
        own = [index for index in found if not isinstance(self.statements[index], _IMPORTS)]
        return self._last(own or found)

    def need(self, index: int) -> None:
        """Add a statement and whatever it needs. A list of work instead of recursion: chains may be long."""
        work = [index]
        while work:
            index = work.pop()
            if index in self.before:
                continue
            first = self.before[index] = self._at_once(index)
            later = {found for name in self._uses(index)[1] if (found := self._resolve(name, None)) is not None}
            work += sorted(first | later)
            for name in _defines(self.statements[index]):
                work += self._altered(name, index)

    def code(self) -> CodeType:
        """The needed statements in the order of their lines, except where one needs a later one at once."""
        ordered: list[int] = []
        done: set[int] = set()
        for root in sorted(self.before):
            stack = [(root, iter(sorted(self.before[root])))]
            entered = {root}
            while root not in done:
                index, others = stack[-1]
                following = next((one for one in others if one not in done | entered), None)
                if following is not None:
                    entered.add(following)
                    stack.append((following, iter(sorted(self.before[following]))))
                    continue
                done.add(stack.pop()[0])
                ordered.append(index)
        future = [one for one in self.statements if isinstance(one, ast.ImportFrom) and one.module == "__future__"]
        body = future + [one for one in map(self.statements.__getitem__, ordered) if one not in future]
        return compile(ast.Module(body, []), self.filename, "exec", dont_inherit=True)

    def _last(self, found: list[int]) -> int | None:
        complete = [index for index in found if not is_bare(self.statements[index])]
        return complete[-1] if complete else found[-1] if found else None

    def _resolve(self, name: str, before: int | None) -> int | None:
        """The statement that gives `name` its value: the last one of all, or the last above `before` if any is."""
        found = [index for index in self.definers.get(name, ()) if index != before]
        above = [index for index in found if before is None or index < before]
        if found and not above:
            self.out_of_order.add(name)
        return self._last(above or found)

    def _at_once(self, index: int) -> set[int]:
        """What must have run before statement `index`: what it names, and what a call in it may reach."""
        one = self.statements[index]
        calls = not isinstance(one, (*_DEFINITIONS, *_IMPORTS)) or bool(getattr(one, "decorator_list", ()))
        names = sorted(self._uses(index)[0])
        seen: set[str] = set()
        found: set[int] = set()
        while names:
            name = names.pop()
            if name in seen:
                continue
            seen.add(name)
            if name not in self.definers:
                found.update(self._stars(name))
                continue
            target = self._resolve(name, index)
            if target is None:
                continue  # defined by the statement itself, and nowhere else
            found.add(target)
            found.update(one for one in self._altered(name, target) if one < index)
            if calls and target != index:
                names += sorted(self._uses(target)[1])
        for name in self._uses(index)[1]:
            if name not in self.definers:
                found.update(self._stars(name))
        found.discard(index)
        return found

    def _stars(self, name: str) -> list[int]:
        return [] if hasattr(builtins, name) else self.definers.get(_STAR, [])

    def _altered(self, name: str, index: int) -> list[int]:
        """Statements that alter the `name` which statement `index` defines.

        Those that stand above every definition are meant too: the cells were run in another order.
        """
        if isinstance(self.statements[index], ast.Import):  # `import a.b` and `import a.c` both fill `a`
            same = [one for one in self.definers[name] if isinstance(self.statements[one], ast.Import)]
            return [one for one in same if self.statements[one].names[0].asname is None]  # type: ignore[attr-defined]
        first = self.definers[name][0]
        return [one for one in self.changers.get(name, ()) if one > index or one < first]

    def _uses(self, index: int) -> tuple[set[str], set[str]]:
        """Global names that a statement looks up while it runs, and those that its function bodies look up."""
        if index not in self._names:
            at_once: set[str] = set()
            later: set[str] = set()
            code = compile(ast.Module([self.statements[index]], []), self.filename, "exec", dont_inherit=True)
            work = [(code, at_once)]
            while work:
                inner, into = work.pop()
                stored: set[str] = set()
                for step in dis.get_instructions(inner):
                    if step.opname == "STORE_NAME":
                        if inner is not code:
                            stored.add(step.argval)  # an attribute of the class whose body this is
                    elif _GLOBAL_ACCESS.match(step.opname) and step.argval not in stored:
                        into.add(step.argval)
                for constant in inner.co_consts:
                    if isinstance(constant, CodeType):
                        delayed = constant.co_flags & _FUNCTION and constant.co_name not in _COMPREHENSIONS
                        work.append((constant, later if delayed else into))
            self._names[index] = at_once, later
        return self._names[index]
