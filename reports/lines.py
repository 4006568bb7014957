"""Lines of text for a terminal or a pipe: measured, wrapped and written, with rich only where there is colour."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from reports.escape import clean, inert

WIDEST = 100  # columns: longer lines of prose are hard to read
_SIGNS = "✓✗○…·"


class Line(NamedTuple):
    """One line: a styled head, then its text, which is wrapped under itself.

    Attributes:
        style, head_style: names of rich's; without colour they say nothing.
        whole: never wrapped (arrays).
        cut: never wrapped either; what a terminal has no room for is left out (rows of tables, whose end matters least).
    """

    text: str = ""
    style: str = ""
    head: str = ""
    head_style: str = ""
    indent: int = 0
    whole: bool = False
    cut: bool = False


class Screen(NamedTuple):
    """What a stream can show.

    Attributes:
        width: columns; None for a pipe, where nothing is wrapped.
        encoding: what cannot be encoded in it becomes `?`.
        full: columns of the terminal itself, where prose has at most `WIDEST`; None if it is no wider than `width`.
        height: its rows; None for a pipe, where nothing is left out.
    """

    colour: bool
    width: int | None
    encoding: str
    full: int | None = None
    height: int | None = None

    @property
    def has_signs(self) -> bool:
        """Whether it can show ✓ and ✗; a Japanese Windows console (cp932) cannot."""
        return encodable(_SIGNS, self.encoding) == _SIGNS


def screen_of(stream: TextIO) -> Screen:
    """Ask a stream what it can show. NO_COLOR and TERM=dumb are obeyed."""
    terminal = stream.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    full, height = _terminal_size(stream) if terminal else (None, None)
    return Screen(colour, full and min(full, WIDEST), stream.encoding or "utf-8", full, height)


def _terminal_size(stream: TextIO) -> tuple[int, int | None]:
    try:  # not shutil's, whose import costs more than everything else here
        size = os.get_terminal_size(stream.fileno())
    except OSError:  # says it is a terminal, and has no size: an editor's, a test's
        size = os.terminal_size((0, 0))
    given = {name: os.environ.get(name, "") for name in ("COLUMNS", "LINES")}
    width, height = (int(one) if one.isdecimal() else 0 for one in given.values())
    return width or size.columns or 80, height or size.lines or None


def encodable(text: str, encoding: str) -> str:
    """`text` with a `?` for every character that `encoding` lacks."""
    return text.encode(encoding, "replace").decode(encoding)


def columns(text: str) -> int:
    """How many columns `text` takes: two for a full-width character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def pad(text: str, width: int) -> str:
    """`str.ljust` by columns."""
    return text + " " * max(0, width - columns(text))


def pad_left(text: str, width: int) -> str:
    """`str.rjust` by columns."""
    return " " * max(0, width - columns(text)) + text


WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_CLOSING = "、。」』)!?ー…,.)"
_PIECES = rf"[「『(]*[{WIDE}][{_CLOSING}]*|[^\s{WIDE}]+[{_CLOSING}]*|\s+"  # compiled when a terminal needs it


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces and between Japanese characters, never before 、or 。"""
    return [text[start:end] for start, end in breaks(text, width)]


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of `wrap` begins and ends."""
    start = end = 0
    is_first = True
    for found in re.finditer(_PIECES, text):
        piece = found[0]
        if end > start and columns(text[start:end]) + columns(piece.rstrip()) > width:
            yield start, start + len(text[start:end].rstrip())
            start = end = found.start()
            is_first = False
        if end == start and not is_first and piece.isspace():
            start = found.end()  # the space at which it was broken
        end = found.end()
    yield start, end


def shorten(text: str, width: int, dots: str) -> str:
    """`text`, or as much of it as fits into `width` columns together with `dots`."""
    if columns(text) <= width:
        return text
    end = next(end for end in range(len(text), -1, -1) if columns(text[:end]) + columns(dots) <= width or not end)
    return text[:end].rstrip() + dots


def write(lines: Iterable[Line], stream: TextIO) -> None:
    """Print lines the way `stream` can show them."""
    screen = screen_of(stream)
    if screen.colour:
        _write_styled(lines, stream, screen)
        return
    for head, text, _ in laid_out(lines, screen):
        stream.write((head + text).rstrip() + "\n")


def _write_styled(lines: Iterable[Line], stream: TextIO, screen: Screen) -> None:
    from rich.console import Console  # 23 ms that a pipe need not pay
    from rich.text import Text

    console = Console(file=stream, highlight=False, force_jupyter=False)
    for head, text, line in laid_out(lines, screen):
        console.print(Text.assemble((head, line.head_style), (text, line.style)), soft_wrap=True)


def laid_out(lines: Iterable[Line], screen: Screen) -> Iterable[tuple[str, str, Line]]:
    """Head and text of each row, wrapped to the screen's width but for what must stay whole, and the line that it is of.
    A screen may be the log of a CI job: no row is a command to it."""
    for line in lines:
        head = " " * line.indent + encodable(clean(line.head), screen.encoding)
        text = encodable(clean(line.text), screen.encoding).expandtabs(4)
        rows = text.split("\n")
        if screen.width and line.cut:
            room = (screen.full or screen.width) - columns(head)
            rows = [shorten(row, room, "…" if screen.has_signs else "...") for row in rows]
        elif screen.width and not line.whole:
            rows = [short for row in rows for short in wrap(row, max(20, screen.width - columns(head)))]
        yield inert(head), inert(rows[0]), line
        for row in rows[1:]:
            yield " " * columns(head), inert(row), line
