"""From an answer's cells to code that a worker can run. Runs inside the jail: hostile source may crash a parser.

Only what the exercise needs runs, of a file as of a notebook: for each wanted symbol the last complete definition and,
recursively, what it uses and what changes that (`selection.py`), also in the other files of the hand-in that it imports
(`handed_in.py`). Prints, plots, tests and training loops are left out.
"""

from __future__ import annotations

import ast
import marshal
import re
from collections.abc import Iterator, Sequence
from types import CodeType
from typing import Any, NamedTuple

from . import handed_in
from .effects import IMPORTS
from .interpreter import MAX_NOTE_TEXT, MAX_NOTES
from .parsing import Source, parse
from .pieces import Wanted, in_pieces, is_bare
from .selection import Selection

Notes = list[tuple[Any, ...]]

MAX_MODULES = 300
MAX_TOLD = 3  # lines that were left out


class Prepared(NamedTuple):
    """
    Attributes:
        code: of the answer itself.
        modules: of the files that it imports, by path.
        path: where the answer stands in the hand-in.
    """

    code: CodeType
    modules: dict[str, CodeType]
    path: str

    def packed(self) -> bytes:
        return marshal.dumps(tuple(self))


def prepare(
    sources: Sequence[Source], wanted: Sequence[Wanted], filename: str, path: str = ""
) -> tuple[Prepared, Notes]:
    """Code to run, and notes on what was left out or mended. If nothing is `wanted`, all of it runs.

    Lines in tracebacks and errors count through all sources. The notes are ("broken-cell", line of the cell, line of the error,
    message), ("left-out", lines, how many), ("missing", symbol), ("out-of-order", name) and, where there would be more than
    MAX_NOTES, ("more",). Raises SyntaxError, where a broken part seems to hold the answer.
    """
    own = [one for one in sources if not one.module]
    if not wanted:
        return whole("\n".join(one.text for one in own), filename), []
    hand_in = _HandIn([one for one in sources if one.module], path, filename)
    main, broken = parse(own)
    if broken and not main:
        raise broken[0][2]
    selection = hand_in.selections[""] = Selection(in_pieces(main), filename)
    whole_texts = {one.text for one in own}
    notes: Notes = [
        ("broken-cell" if text in whole_texts else "broken-part", start, error.lineno, str(error.msg)[:MAX_NOTE_TEXT])
        for start, text, error in broken
    ]
    for one in wanted:
        index = selection.best(one, lambda node: hand_in.worth(node, ""))
        if index is None or is_bare(selection.statements[index].node):
            _raise_if_holds(one, broken)
        if index is None and not (_stars_give(hand_in, selection, one) or _made_by_text(selection)):
            notes.append(("missing", one.symbol))
        elif index is not None:
            _raise_if_cut_short(selection, index)
            selection.need(index)
    hand_in.follow_imports()
    if left_out := list(hand_in.left_out()):
        notes.append(("left-out", left_out[:MAX_TOLD], len(left_out)))
    notes += [("out-of-order", name[:MAX_NOTE_TEXT]) for name in sorted(selection.out_of_order)]
    code = hand_in.code("")
    codes = {module: hand_in.code(module) for module in hand_in.selections if module}
    prepared = Prepared(code, codes | {path: code} if codes else {}, path)
    return prepared, notes if len(notes) <= MAX_NOTES else [*notes[: MAX_NOTES - 1], ("more",)]


def whole(source: str, filename: str) -> Prepared:
    """All of a file by itself."""
    return Prepared(compile(source, filename, "exec", dont_inherit=True), {}, "")


def _raise_if_holds(wanted: Wanted, broken: Sequence[tuple[int, str, SyntaxError]]) -> None:
    spellings = "|".join(map(re.escape, (wanted.symbol, *wanted.aliases)))
    pattern = re.compile(rf"^\s*(?:(?:async\s+def|def|class)\s+(?:{spellings})\b|(?:{spellings})\s*=)", re.MULTILINE)
    for _, text, error in broken:
        if pattern.search(text):
            raise error


def _made_by_text(selection: Selection) -> bool:
    """Whether something may define what no statement does; then that is needed."""
    for index in selection.dynamic():
        selection.need(index)
    return bool(selection.dynamic())


def _raise_if_cut_short(selection: Selection, index: int) -> None:
    """A `return` below a function, at the margin, is a line of it that lost its indentation."""
    following = selection.statements[index + 1 : index + 2]
    if following and isinstance(following[0].node, ast.Return):
        error = SyntaxError("'return' outside function")
        error.lineno = following[0].node.lineno
        raise error


def _stars_give(hand_in: _HandIn, selection: Selection, wanted: Wanted) -> bool:
    """Whether `from layers import *` brings what is wanted; then that import is needed."""
    for index in selection.stars():
        for module in hand_in.modules_of(selection.statements[index].node, "")[-1:]:
            names = {wanted.symbol, *wanted.aliases}
            if names & hand_in.selection(module).definers.keys() or hand_in.selection(module).stars():
                selection.need(index)
                hand_in.ask(module, names)
                return True
    return False


class _HandIn:
    """The files of a hand-in, of which those are parsed that are imported."""

    def __init__(self, modules: Sequence[Source], path: str, filename: str) -> None:
        self.sources = {one.module: one for one in modules[:MAX_MODULES]}
        self.paths = frozenset([*self.sources, path] if self.sources else ())  # files may import the answer itself
        self.path = path
        self.filename = filename
        self.folders = handed_in.roots(path, self.paths)
        self.selections: dict[str, Selection] = {}  # "" is the answer itself
        self.asked: dict[str, set[str]] = {}

    def selection(self, module: str) -> Selection:
        if module == self.path:
            return self.selections[""]
        if module not in self.selections:
            statements, _ = parse([self.sources[module]])
            self.selections[module] = Selection(in_pieces(statements), self.filename)
        return self.selections[module]

    def modules_of(self, node: ast.AST, importer: str) -> list[str]:
        """The files that an import loads, in order; empty if what it names is not in the hand-in."""
        if isinstance(node, ast.Import):
            return self._files(node.names[0].name)
        assert isinstance(node, ast.ImportFrom)
        base = node.module or ""
        if node.level:
            package = handed_in.package_of(importer or self.path).split(".")
            base = ".".join([*package[: len(package) + 1 - node.level], *([base] if base else [])])
        return self._files(f"{base}.{node.names[0].name}") or self._files(base)

    def _files(self, dotted: str) -> list[str]:
        return [place.path for place in handed_in.find_dotted(dotted, self.folders, self.paths) if place.path]

    def is_there(self, node: ast.stmt, importer: str) -> bool:
        """Whether an import finds something, here or in Python and its libraries."""
        assert isinstance(node, IMPORTS)
        if self.modules_of(node, importer):
            return True
        if isinstance(node, ast.Import):
            return handed_in.is_installed(node.names[0].name)
        return not node.level and handed_in.is_installed(node.module or "")

    def worth(self, node: ast.stmt, importer: str) -> int:
        """Of an import, as `Selection.best` compares it: from the hand-in as a definition, from a library less."""
        return 4 if self.modules_of(node, importer) else 3 if self.is_there(node, importer) else 0

    def ask(self, module: str, names: set[str]) -> bool:
        """Need what a file defines of these names; what it does not define it may import itself. Whether that is news."""
        selection = self.selection(module)
        new = names - self.asked.setdefault(module, set())
        self.asked[module] |= new
        changed = False
        for name in sorted(new):
            index = selection.best(Wanted(name), lambda node: self.worth(node, module))
            needed = selection.stars() if index is None else [index]
            for one in needed:
                changed = selection.need(one) or changed
        return changed or bool(new)

    def follow_imports(self) -> None:
        """Until nothing more is needed: of each file that is imported, what is used of it."""
        news = True
        while news:
            news = False
            for importer, selection in list(self.selections.items()):
                names, attributes = _words(selection)
                for node in _imports(selection):
                    *packages, last = self.modules_of(node, importer) or [""]
                    for package in packages:
                        news = self.ask(package, attributes) or news
                    if last:
                        named = node.names[0].name if isinstance(node, ast.ImportFrom) else ""
                        star = names | self.asked.get(importer, set()) if named == "*" else {named}
                        news = self.ask(last, star | attributes) or news

    def left_out(self) -> Iterator[int]:
        """Lines of the answer's statements that would do something, or want something that is not there, and are not needed."""
        selection = self.selections[""]
        for index, (node, _, _, acts) in enumerate(selection.statements):
            if index not in selection.before and (acts or (isinstance(node, IMPORTS) and not self.is_there(node, ""))):
                yield node.lineno

    def code(self, module: str) -> CodeType:
        selection = self.selections[module]
        nodes = {index: selection.statements[index].node for index in selection.ordered()}
        future = [one.node for one in selection.statements if _is_future(one.node)]
        doc = [one.node for one in selection.statements[:1] if _is_text(one.node)]
        body = [*doc, *future]
        for index, node in nodes.items():
            if _is_future(node) or node in doc:
                continue
            if isinstance(node, IMPORTS) and not self.is_there(node, module) and node.names[0].name != "*":
                body.append(_stand_in(node))
            elif index in selection.soft and not isinstance(node, (*IMPORTS, ast.FunctionDef, ast.ClassDef)):
                body.append(_free(node))
            else:
                body.append(node)
        return compile(ast.Module(body, []), self.filename, "exec", dont_inherit=True)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _imports(selection: Selection) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports in needed statements, one name each, wherever they stand in them."""
    for index in list(selection.before):
        for one in ast.walk(selection.statements[index].node):
            if isinstance(one, IMPORTS):
                for alias in one.names:
                    fields = {name: value for name, value in ast.iter_fields(one) if name != "names"}
                    yield type(one)(**fields, names=[alias])
            elif isinstance(one, ast.Call) and one.args and isinstance(one.args[0], ast.Constant):
                called = one.func.attr if isinstance(one.func, ast.Attribute) else getattr(one.func, "id", "")
                if called in ("__import__", "import_module") and isinstance(one.args[0].value, str):
                    yield ast.Import([ast.alias(one.args[0].value)])


def _words(selection: Selection) -> tuple[set[str], set[str]]:
    """What the needed statements could mean: names, and attributes, which may stand there as texts."""
    names: set[str] = set()
    attributes: set[str] = set()
    for index in selection.before:
        names.update(*selection.uses(index))
        for one in ast.walk(selection.statements[index].node):
            if isinstance(one, ast.Attribute):
                attributes.add(one.attr)
            elif isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value.isidentifier():
                attributes.add(one.value)
    return names, attributes


def _stand_in(node: ast.Import | ast.ImportFrom) -> ast.stmt:
    """What an import of something that is not there becomes: a name that raises when it is used."""
    [alias] = node.names
    if isinstance(node, ast.Import):
        missing, bound = alias.name, alias.asname or alias.name.partition(".")[0]
    else:
        missing, bound = f"{'.' * node.level}{node.module or ''}", alias.asname or alias.name
    call = ast.Call(ast.Name("__absent__", ast.Load()), [ast.Constant(missing)], [])
    made = ast.Assign([ast.Name(bound, ast.Store())], call)
    return ast.fix_missing_locations(ast.copy_location(made, node))


def _free(node: ast.stmt) -> ast.stmt:
    """A statement that costs nothing if it fails."""
    nothing = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [ast.Pass()])
    return ast.fix_missing_locations(ast.copy_location(ast.Try([node], [nothing], [], []), node))
