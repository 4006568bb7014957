"""The screen of `grade watch`: a text cut to the height of the terminal, and below it a status and the keys.

Painted in place, on the ordinary screen: what stood there before scrolls up and can be scrolled back to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TextIO

from grader.model import Course, ExerciseResult, Language, same
from grader.status import State
from grader.words import ntext, text
from reports.lines import Line, Screen, columns, laid_out
from reports.terminal import exercise_lines, row_of, unit_line
from reports.view import state

Frame = list[str]  # rows, styled, each at most as wide as the terminal

KEYS = (text("[h]int"), text("[n]ext"), text("[l]ist"), text("[r]eport"), text("[q]uit"))


def key_bar(lang: Language) -> Line:
    return Line(
        text="  ".join(key.in_(lang) for key in KEYS) if lang == "en" else " ".join(key.in_(lang) for key in KEYS),
        style="bold",
    )


def status_line(number: int, saved: str, took_ms: float | None, grading: bool, lang: Language, screen: Screen) -> Line:
    """`watching 59 exercises · last save 14:02:11 · 87 ms`; while it lasts, `grading ...` in place of how long it took."""
    parts = [ntext("watching {n} exercise", "watching {n} exercises", number)]
    if saved:
        parts.append(text("last save {saved}", saved=saved))
    if grading:
        parts.append(text("grading ..."))
    elif took_ms is not None:
        parts.append(same(f"{took_ms:.0f} ms" if took_ms < 999.5 else f"{took_ms / 1000:.1f} s"))
    return Line(text=(" · " if screen.has_signs else " - ").join(part.in_(lang) for part in parts), style="dim")


def passed_line(names: Sequence[str], lang: Language, signs: Mapping[State, str]) -> Line:
    ids = ", ".join(names)
    said = text("{ids} passed. Press n to go on.", ids=ids)
    return Line(text=said.in_(lang), style="bold green", head=f"{signs['done']} ", head_style="bold green")


def state_lines(
    results: Mapping[str, ExerciseResult],
    course: Course,
    lang: Language,
    signs: Mapping[State, str],
    room: int,
    at: str,
) -> list[Line]:
    """Where a person stands with every exercise. If that is more than `room` lines, only the unit of the exercise `at` is
    shown in full, and how many are done in the others."""
    whole = list(_units(results, course, lang, signs, None))
    if len(whole) <= room:
        return whole
    unit = next((one.unit for one in course.exercises if one.id == at), "")
    return list(_units(results, course, lang, signs, unit))


def _units(
    results: Mapping[str, ExerciseResult], course: Course, lang: Language, signs: Mapping[State, str], only: str | None
) -> Iterator[Line]:
    lines = exercise_lines([row_of(one, results.get(one.id), lang) for one in course.exercises], signs)
    for unit, group in groupby(course.exercises, lambda one: one.unit):
        exercises = tuple(group)
        done = sum(one.id in results and state(results[one.id]) == "done" for one in exercises)
        reached = text("{done} of {n} done", done=done, n=len(exercises)).in_(lang)
        yield unit_line(unit, course, lang, f" ({reached})")
        if only in (None, unit):
            yield from (lines[one.id] for one in exercises)


def frame(
    body: Sequence[Line], footer: Sequence[Line], more: str, screen: Screen, width: int, height: int, lang: Language
) -> Frame:
    """At most `height` rows: the body, an empty row, the footer. A body that is too long is cut in the middle, above its
    last paragraph (of a result: score and next step). `more`: the command that shows all of it."""
    below = list(rows(footer, screen, width))[-max(height - 1, 1) :]
    room = max(height - len(below) - 1, 1)
    above = list(rows(body, screen, width))
    while above and not above[-1]:
        above.pop()
    if len(above) > room:
        last = above[::-1].index("") if "" in above else len(above)
        kept = min(last, max(room // 2, 2), room - 1)
        left = len(above) - room + 1
        dots = "…" if screen.has_signs else "..."
        said = ntext("{dots} {n} more line: {more}", "{dots} {n} more lines: {more}", left, dots=dots, more=more)
        cut = list(rows([Line(text=said.in_(lang), style="dim")], screen, width))[:1]
        above = [*above[: room - 1 - kept], *cut, *above[len(above) - kept :]]
    return [*above, "", *below][-height:]


def rows(lines: Sequence[Line], screen: Screen, width: int) -> Iterator[str]:
    """Lines as rows that no terminal of this width would break once more."""
    for head, said, line in laid_out(lines, screen):
        whole, inside = (head + said).rstrip(), len(head)
        for start, end in cuts(whole, width):
            middle = min(max(inside, start), end)
            yield _styled(whole[start:middle], line.head_style, screen) + _styled(whole[middle:end], line.style, screen)


def cuts(row: str, width: int) -> Iterator[tuple[int, int]]:
    """Where to cut `text` so that each piece takes at most `width` columns."""
    start = taken = 0
    if columns(row) > width:
        for place, char in enumerate(row):
            wide = columns(char)
            if taken + wide > width and place > start:
                yield start, place
                start, taken = place, 0
            taken += wide
    yield start, len(row)


def _styled(row: str, style: str, screen: Screen) -> str:
    if not (screen.colour and style and row):
        return row
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(row, color_system=ColorSystem.STANDARD)


def make_room(height: int, stream: TextIO) -> None:
    """Scroll up what is on the screen, so that painting covers none of it."""
    stream.write("\n" * (height - 1))


def paint(painted: Frame, stream: TextIO) -> None:
    """Over whatever stands there. A row is erased before it is written: erasing after it would take the end of a full one."""
    *above, last = painted
    stream.write("\x1b[H\x1b[0m" + "".join(f"\x1b[K{row}\r\n" for row in above) + f"\x1b[J{last}")
    stream.flush()


def leave(painted: Frame, footer: int, stream: TextIO) -> None:
    """Take the last `footer` rows away, and put the cursor there."""
    try:
        stream.write(f"\x1b[{max(len(painted) - footer, 1)};1H\x1b[0m\x1b[J")
        stream.flush()
    except OSError:
        pass  # the terminal was closed, and with it all that was on it
