"""A student's source as coloured, numbered lines. Data only: the template escapes every character of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pygments import lex  # type: ignore[import-untyped]  # it ships no types
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]
from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

from grader.model import Answer, Cell, Exercise, Language
from grader.submission.definitions import seems_to_define
from reports.escape import clean, clean_line

MOST_LINES = 600  # of one exercise; nobody reads more, and a report must stay small
LONGEST_LINE = 400  # characters


@dataclass(frozen=True)
class Span:
    """A piece of one colour; `css` is a short class of Pygments, empty for plain text."""

    css: str
    text: str


@dataclass(frozen=True)
class CodeLine:
    """
    Attributes:
        line: number in the whole answer, which anchors use.
        number: number within its cell, which people see.
    """

    line: int
    number: int
    spans: tuple[Span, ...]
    failing: bool


@dataclass(frozen=True)
class CodeCell:
    label: str
    lines: tuple[CodeLine, ...]


@dataclass(frozen=True)
class Code:
    """
    Attributes:
        left_out: how many cells of a notebook, or files of a hand-in, have nothing to do with the exercise and are not shown.
        cut: whether lines were left out at the end.
    """

    cells: tuple[CodeCell, ...]
    left_out: int
    cut: bool


def code(answer: Answer, failing: frozenset[int], exercise: Exercise | None, lang: Language) -> Code:
    """The answer's cells that matter: of several those that define what was asked for."""
    names = exercise.spellings if exercise else ()
    chosen = [cell for cell in answer.cells if len(answer.cells) == 1 or _matters(cell, names, failing)]
    cells: list[CodeCell] = []
    room = MOST_LINES
    cut = False
    for cell in chosen:
        rows = clean(cell.text).rstrip().split("\n")
        cut = cut or len(rows) > room
        if room:
            cells.append(CodeCell(clean_line(cell.label.in_(lang)), tuple(_lines(cell.start, rows[:room], failing))))
        room = max(0, room - len(rows))
    return Code(tuple(cells), len(answer.cells) - len(chosen), cut)


def spans(source: str) -> list[list[Span]]:
    """Python source as a list of pieces for each of its lines."""
    lines: list[list[Span]] = [[]]
    for token, text in lex(source, PythonLexer(stripnl=False, ensurenl=False)):
        css = _css(token)
        for index, part in enumerate(text.split("\n")):
            if index:
                lines.append([])
            if part and lines[-1] and lines[-1][-1].css == css:
                lines[-1][-1] = Span(css, lines[-1][-1].text + part)
            elif part:
                lines[-1].append(Span(css, part))
    return lines


def _matters(cell: Cell, names: tuple[str, ...], failing: frozenset[int]) -> bool:
    end = cell.start + cell.text.count("\n")
    if any(cell.start <= line <= end for line in failing):
        return True
    return seems_to_define(cell.text, names)


def _lines(start: int, rows: list[str], failing: frozenset[int]) -> Iterator[CodeLine]:
    # blanks at the ends: over many of them Pygments takes time that grows with their square
    short = [row.rstrip() if len(row) <= LONGEST_LINE else row[:LONGEST_LINE] + "…" for row in rows]
    for index, pieces in enumerate(spans("\n".join(short))):
        yield CodeLine(start + index, index + 1, tuple(pieces), start + index in failing)


# Few colours say more: every kind of token falls into one of these, by the beginning of its class, or stays plain.
_COLOURED = ("ow", "nf", "nc", "nb", "nd", "k", "s", "m", "c")


def _css(token: object) -> str:
    short = STANDARD_TYPES.get(token, "")
    return next((css for css in _COLOURED if short.startswith(css)), "")
