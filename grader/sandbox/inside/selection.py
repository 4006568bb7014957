"""Of the statements of one file, those that are needed, in an order that works. Runs inside the jail.

Needed is what defines a name that is asked for, what that names, and what changes any of it. Which names a statement uses its own
compiled code says: a local variable that happens to be called like the result of some training cell must not start the
training. What only *may* change something (a call) is run, too, and costs nothing if it fails.
"""

from __future__ import annotations

import ast
import builtins
import dis
import re
from collections.abc import Callable, Sequence
from types import CodeType

from .effects import ANYTHING, DEFINITIONS, FUNCTIONS, IMPORTS, LOOKS_UP, SETTINGS
from .pieces import Statement, Wanted, is_bare

_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
_FUNCTION = 1  # CO_OPTIMIZED: bodies of functions have it, modules and classes do not
_GLOBAL_ACCESS = re.compile(r"(LOAD|STORE)_(\w+_OR_)?(NAME|GLOBAL)")
_READS_FILES = frozenset(["open", "load", "loads", "loadtxt", "genfromtxt", "read_csv", "fromfile", "load_model"])


class Selection:
    """The statements of a file that are needed so far.

    Attributes:
        before: by statement, those that must have run before it (indices into `statements`).
        soft: those that are here only because they may change something.
        out_of_order: names that only a later cell defines, although they are needed at once.
    """

    def __init__(self, statements: Sequence[Statement], filename: str) -> None:
        self.statements = statements
        self.filename = filename
        self.before: dict[int, set[int]] = {}
        self.soft: set[int] = set()
        self.out_of_order: set[str] = set()
        self.definers: dict[str, list[int]] = {}
        self.changers: dict[str, list[int]] = {}
        self.perhaps: dict[str, list[int]] = {}
        self._names: dict[int, tuple[set[str], set[str]]] = {}
        for index, one in enumerate(statements):
            for name in one.does.defines:
                self.definers.setdefault(name, []).append(index)
            for name in one.does.changes:
                self.changers.setdefault(name, []).append(index)
            for name in one.does.may_change:
                self.perhaps.setdefault(name, []).append(index)
        for name, found in self.definers.items():
            self.definers[name] = [one for one in found if not statements[one].fallback] or found
        self.deleted: dict[str, list[int]] = {}
        for index, one in enumerate(statements):
            for target in one.node.targets if isinstance(one.node, ast.Delete) else ():
                if isinstance(target, ast.Name):
                    self.deleted.setdefault(target.id, []).append(index)
        self._twins = self._grouped()

    def _grouped(self) -> dict[str, list[str]]:
        """Names that may be of one thing, by each of them. What is imported is no such thing."""
        imported = {name for name, found in self.definers.items() if all(map(self._is_import, found))}
        above: dict[str, str] = {}

        def top(name: str) -> str:
            while name in above:
                name = above[name]
            return name

        modules: dict[str, str] = {}  # `import numpy` and `import numpy as np` are one thing
        for one in self.statements:
            if isinstance(one.node, ast.Import):
                [bound] = one.does.defines
                first = modules.setdefault(one.node.names[0].name, bound)
                if top(first) != top(bound):
                    above[top(first)] = top(bound)
            for name, other in one.does.aliases:
                if name not in imported and other not in imported and top(name) != top(other):
                    above[top(name)] = top(other)
        groups: dict[str, list[str]] = {}
        for name in self.definers:
            groups.setdefault(top(name), []).append(name)
        return {name: group for group in groups.values() for name in group}

    def _is_import(self, index: int) -> bool:
        return isinstance(self.statements[index].node, IMPORTS)

    def best(self, wanted: Wanted, is_there: Callable[[ast.stmt], int]) -> int | None:
        """The statement that defines what is wanted: of those of the right kind a complete one, under the name that is asked for
        rather than another, and of these the last. An import counts for what `is_there` says; one of what is not there is none, unless
        there is no other."""

        def worth(index: int, is_asked: bool) -> tuple[bool, int, bool, int]:
            return self._fits(index, wanted.kind), self._completeness(index, is_there), is_asked, index

        found = [
            (worth(index, name == wanted.symbol), index)
            for name in (wanted.symbol, *wanted.aliases)
            for index in self.definers.get(name, ())
        ]
        return max(found)[1] if found else None

    def _fits(self, index: int, kind: str) -> bool:
        node = self.statements[index].node
        if kind == "class":
            return not isinstance(node, FUNCTIONS)
        return kind != "function" or not isinstance(node, ast.ClassDef)

    def _completeness(self, index: int, is_there: Callable[[ast.stmt], int]) -> int:
        node = self.statements[index].node
        if isinstance(node, IMPORTS):
            return is_there(node)
        if is_bare(node):
            return 1
        if _calls_itself(node):
            return 2  # `relu = relu(x)` is a result
        reads = any(isinstance(one, ast.Call) and _last_name(one.func) in _READS_FILES for one in ast.walk(node))
        return 2 if reads and not isinstance(node, DEFINITIONS) else 4

    def stars(self) -> list[int]:
        """Imports of everything that a module has."""
        return [index for index in self.definers.get(ANYTHING, ()) if self._is_import(index)]

    def dynamic(self) -> list[int]:
        """What may define anything: `exec`, `globals()[name] = …`."""
        return [index for index in self.definers.get(ANYTHING, ()) if not self._is_import(index)]

    def need(self, index: int) -> bool:
        """Add a statement and whatever it needs, and say whether anything was added."""
        before = len(self.before)
        added = self._closed([index], soft=False)
        while added:
            may = {
                one
                for index in added
                for name in self.statements[index].does.defines
                for one in self._perhaps(name, index)
            }
            may.update(self.changers.get(SETTINGS, ()))
            if any(not LOOKS_UP.isdisjoint(names) for index in added for names in self.uses(index)):
                may.update(one for found in self.definers.values() for one in found)
            added = self._closed(sorted(may - self.before.keys()), soft=True)
        return len(self.before) > before

    def _closed(self, work: list[int], soft: bool) -> list[int]:
        """Add statements with what they need. A list of work instead of recursion: chains may be long."""
        added: list[int] = []
        work = list(work)
        while work:
            index = work.pop()
            if index in self.before and (soft or index not in self.soft):
                continue
            added.append(index)
            (self.soft.add if soft else self.soft.discard)(index)
            first = self.before[index] = self._at_once(index) | self._instead(index)
            later = {found for name in self.uses(index)[1] if (found := self._resolve(name, None)) is not None}
            work += sorted(first | later)
            for name in self.statements[index].does.defines:
                work += self._altered(name, index)
        return added

    def ordered(self) -> list[int]:
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
        return ordered

    def _last(self, found: Sequence[int]) -> int | None:
        complete = [index for index in found if not is_bare(self.statements[index].node)]
        return complete[-1] if complete else found[-1] if found else None

    def _resolve(self, name: str, before: int | None) -> int | None:
        """The statement that gives `name` its value: the last one of all, or the last above `before` if any is."""
        found = [index for index in self.definers.get(name, ()) if index != before]
        above = [index for index in found if before is None or index < before]
        if before is not None:
            left = [index for index in above if not any(index < gone < before for gone in self.deleted.get(name, ()))]
            if above and not left and hasattr(builtins, name):
                return None  # the name of a builtin, which is itself again
            above = left
        if found and not above and before not in self.soft:
            self.out_of_order.add(name)
        return self._last(above or found)

    def _at_once(self, index: int) -> set[int]:
        """What must have run before statement `index`: what it names, and what a call in it may reach."""
        one = self.statements[index].node
        calls = not isinstance(one, (*DEFINITIONS, *IMPORTS)) or bool(getattr(one, "decorator_list", ()))
        names = sorted(self.uses(index)[0])
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
                names += sorted(self.uses(target)[1])
        for name in self.uses(index)[1]:
            if name not in self.definers:
                found.update(self._stars(name))
        found.discard(index)
        return found

    def _instead(self, index: int) -> set[int]:
        """What holds if statement `index`, which may do nothing (`if`, `for`, `try`), does not define its names."""
        node = self.statements[index].node
        if isinstance(node, (*DEFINITIONS, *IMPORTS, ast.Assign, ast.AnnAssign)):
            return set()
        names = self.statements[index].does.defines
        above = [[one for one in self.definers[name] if one < index] for name in names if name != ANYTHING]
        return {found[-1] for found in above if found}

    def _stars(self, name: str) -> list[int]:
        return [] if hasattr(builtins, name) else self.definers.get(ANYTHING, [])

    def _altered(self, name: str, index: int) -> list[int]:
        """Statements that alter the `name` which statement `index` defines.

        Those that stand above every definition are meant too: the cells were run in another order.
        """
        altering = self._of_twins(self.changers, name, index)
        if isinstance(self.statements[index].node, ast.Import):  # `import a.b` and `import a.c` both fill `a`
            nodes = ((one, self.statements[one].node) for one in self.definers[name])
            altering += [one for one, node in nodes if isinstance(node, ast.Import) and node.names[0].asname is None]
        return altering

    def _perhaps(self, name: str, index: int) -> list[int]:
        return [] if self._is_import(index) else self._of_twins(self.perhaps, name, index)

    def _of_twins(self, changers: dict[str, list[int]], name: str, index: int) -> list[int]:
        first = self.definers[name][0]
        twins = self._twins.get(name, [name])
        return [
            one
            for twin in twins
            for one in changers.get(twin, ())
            if (one > index or one < first) and not self.statements[one].fallback
        ]

    def uses(self, index: int) -> tuple[set[str], set[str]]:
        """Global names that a statement looks up while it runs, and those that its function bodies look up."""
        if index not in self._names:
            at_once: set[str] = set()
            later: set[str] = set()
            node = self.statements[index].node
            code = compile(ast.Module([node], []), self.filename, "exec", dont_inherit=True)
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


def _calls_itself(node: ast.stmt) -> bool:
    if not (
        isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name)
    ):
        return False
    return any(isinstance(one, ast.Name) and one.id == node.value.func.id for one in node.targets)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
