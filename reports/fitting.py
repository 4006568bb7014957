"""A result cut to the height of a terminal: what it is and what to do next stay in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader.model import Language
from grader.words import ntext
from reports.lines import Line, Screen, columns, laid_out


class Parts(NamedTuple):
    """A result in two parts: what may be shortened, and what comes last and stays.

    Attributes:
        scrolls: whether the first part is never shortened: a table, which may leave the screen.
    """

    above: Sequence[Line]
    below: Sequence[Line]
    scrolls: bool = False


class Window(NamedTuple):
    """
    Attributes:
        height: rows that there are for a result.
        more: the command, or the option, that shows all of it.
    """

    screen: Screen
    height: int
    more: str


def fitted(whole: Parts, shorter: Iterable[Parts], window: Window, lang: Language) -> list[Line]:
    """The whole if it fits, else the first of the `shorter` ones that does, and a line that says how much is left out. If none
    does, the last of them is cut above what stays."""
    everything = rows_of(whole, window)
    if everything <= window.height:
        return [*whole.above, *whole.below]
    parts = whole
    if whole.scrolls:
        parts = next(
            (one for one in (whole, *shorter) if rows_of(Parts((), one.below), window) <= window.height), whole
        )
        return [*parts.above, *parts.below]
    for parts in shorter:
        if rows_of(parts, window) < window.height:
            break
    above = list(parts.above)
    while len(above) > 1 and rows_of(Parts(above, parts.below), window) >= window.height:
        above.pop()
    while len(above) > 1 and not (above[-1].text or above[-1].head):
        above.pop()
    left = everything - rows_of(Parts(above, parts.below), window)
    return [*above, left_out(left, window, lang), *parts.below]


def left_out(number: int, window: Window, lang: Language) -> Line:
    """That so many lines are not shown, and what shows them."""
    dots = "…" if window.screen.has_signs else "..."
    said = ntext("{dots} {n} more line: {more}", "{dots} {n} more lines: {more}", number, dots=dots, more=window.more)
    return Line(text=said.in_(lang), style="dim", indent=2)


def rows_of(parts: Parts, window: Window) -> int:
    """How many rows of a terminal they take."""
    return sum(height_of(line, window.screen) for line in (*parts.above, *parts.below))


def height_of(line: Line, screen: Screen) -> int:
    """Rows of one line; one that is not wrapped is broken by the terminal itself."""
    width = screen.full or screen.width or 80
    return sum(max(1, -(-columns(head + said) // width)) for head, said, _ in laid_out([line], screen))
