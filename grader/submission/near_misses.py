"""What is called almost as it should be: named, never accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from grader.course.stub import kind_of, pristine_stub
from grader.model import Cell, Exercise, Text
from grader.sandbox.inside.likeness import is_like
from grader.submission.definitions import Definition, definitions, is_begun
from grader.words import text

MOST_DEFINITIONS = 2000  # of a hand-in that are compared with what is asked for


def near_misses(cells: Sequence[Cell], exercise: Exercise) -> Iterator[Text]:
    """Of each name that an exercise asks for and the cells do not define: what they define instead, if it looks like it."""
    every = ((cell, one) for cell in cells for one in definitions(cell.text) if one.kind != "import")
    found = list(islice(every, MOST_DEFINITIONS))
    tops = {one.name for cell, one in found if not one.inside and is_begun(cell.text, one.name)}
    for symbol in exercise.symbols:
        names = [symbol, *exercise.aliases.get(symbol, ())]
        if kind_of(exercise, symbol) == "class" and not any(
            one.name in names and one.kind != "function" for _, one in found
        ):
            yield from _of_wrong_kind(found, symbol, exercise)
        if tops.isdisjoint(names):
            free = [(cell, one) for cell, one in found if not one.inside and one.name not in exercise.spellings]
            yield from _said(free, symbol)
    code = "\n".join(cell.text for cell in cells)
    for inside, method in _methods(exercise):
        if re.search(rf"\bclass\s+{inside}\s*\(\s*\w|\b{inside}\.{method}\s*=|\bsetattr\b", code):
            continue  # it may have it from somewhere else
        names = [inside, *exercise.aliases.get(inside, ())]
        own = [(cell, one) for cell, one in found if one.inside in names]
        if not tops.isdisjoint(names) and method not in {one.name for _, one in own}:
            known = {name for outer, name in _methods(exercise) if outer == inside}
            yield from _said([(cell, one) for cell, one in own if one.name not in known], method)
            yield from _outside(found, method, inside)


def _of_wrong_kind(found: Sequence[tuple[Cell, Definition]], symbol: str, exercise: Exercise) -> Iterator[Text]:
    if kind_of(exercise, symbol) != "class":
        return
    for cell, one in found:
        if one.name in (symbol, *exercise.aliases.get(symbol, ())) and one.kind == "function" and not one.inside:
            yield text(
                "{place}, line {line} defines {found} as a function; a class is asked for.",
                place=cell.label, line=one.line, found=one.name,
            )  # fmt: skip


def _methods(exercise: Exercise) -> list[tuple[str, str]]:
    return [(one.inside, one.name) for one in definitions(pristine_stub(exercise)) if one.inside in exercise.symbols]


def _said(found: Sequence[tuple[Cell, Definition]], wanted: str) -> Iterator[Text]:
    for cell, one in found:
        if is_like(one.name, wanted):
            yield text(
                "{place}, line {line} defines {found}; {wanted} is asked for.",
                place=cell.label, line=one.line, found=one.name, wanted=wanted,
            )  # fmt: skip


def _outside(found: Sequence[tuple[Cell, Definition]], method: str, inside: str) -> Iterator[Text]:
    for cell, one in found:
        if one.name == method and not one.inside and one.kind == "function":
            yield text(
                "{place}, line {line} defines {found} outside the class {wanted}; indent it, so that it belongs to it.",
                place=cell.label, line=one.line, found=method, wanted=inside,
            )  # fmt: skip
