"""What wants an instructor's attention, as data: what could not be read, checks that look faulty, who may need help, and the
mistakes that most made."""

from __future__ import annotations

from typing import NamedTuple

from grader.model import Language
from grader.words import ntext, text
from reports.classroom.grid import Link, shown_name, student_page, view
from reports.classroom.numbers import count, share
from reports.classroom.report_data import Classroom
from reports.escape import clean, clean_line

MOST_LISTED = 12  # students in one list of the overview; the grid has the others
MOST_MISTAKES = 8


class Flagged(NamedTuple):
    """A student or a check, with the reasons why it stands here; `about` is the exercise of a check."""

    link: Link
    about: str
    reasons: tuple[str, ...]


class Frequent(NamedTuple):
    """A mistake; `frequency` says how many made it, `width` is their share in percent, for a bar."""

    link: Link
    message: str
    frequency: str
    width: float


class Attention(NamedTuple):
    """`todo`: what there is, in a line each, linked to where it stands. The `all_…` lead to the grid, where a list is cut."""

    todo: tuple[Link, ...]
    damaged: tuple[Flagged, ...]
    all_damaged: Link | None
    faulty: tuple[Flagged, ...]
    help: tuple[Flagged, ...]
    all_help: Link | None
    mistakes: tuple[Frequent, ...]


def attention(room: Classroom, lang: Language) -> Attention:
    damaged = room.table.damaged
    return Attention(
        todo=_todo(room, lang),
        damaged=tuple(
            Flagged(_student(room, row), "", (clean(damaged[row].in_(lang)),)) for row in sorted(damaged)[:MOST_LISTED]
        ),
        all_damaged=_everybody(len(damaged), view(damaged="1"), lang),
        faulty=tuple(_faulty(room, lang)),
        help=tuple(
            Flagged(_student(room, one.row), "", tuple(clean_line(rule.text.in_(lang)) for rule in one.rules))
            for one in room.help[:MOST_LISTED]
        ),
        all_help=_everybody(len(room.help), view(help="1"), lang),
        mistakes=_frequent(room, lang),
    )


def _todo(room: Classroom, lang: Language) -> tuple[Link, ...]:
    """What wants attention, each with its number; what has none is left out."""
    damaged, faulty, help_ = len(room.table.damaged), len(room.faulty), len(room.help)
    lines = []
    if damaged:
        sentence = ntext("{n} submission could not be read", "{n} submissions could not be read", damaged)
        lines.append(Link("#damaged", sentence.in_(lang)))
    if faulty:
        sentence = ntext("{n} check may be faulty itself", "{n} checks may be faulty themselves", faulty)
        lines.append(Link("#faulty", sentence.in_(lang)))
    if help_:
        sentence = ntext("{n} student may need help", "{n} students may need help", help_)
        lines.append(Link("#help", sentence.in_(lang)))
    return tuple(lines)


def _student(room: Classroom, row: int) -> Link:
    return Link(student_page(row), shown_name(room.table.students[row]))


def _everybody(n: int, href: str, lang: Language) -> Link | None:
    """A link to all of them, if the list does not hold them."""
    return Link(href, text("all {n} in the grid", n=count(n)).in_(lang)) if n > MOST_LISTED else None


def _faulty(room: Classroom, lang: Language) -> list[Flagged]:
    titles = {one.id: clean_line(one.title.in_(lang)) for one in room.table.exercises}
    return [
        Flagged(
            Link(f"exercises/{one.exercise}.html#check-{one.check}", clean_line(one.title.in_(lang))),
            titles.get(one.exercise, one.exercise),
            tuple(clean_line(rule.text.in_(lang)) for rule in one.rules),
        )
        for one in room.faulty
    ]


def _frequent(room: Classroom, lang: Language) -> tuple[Frequent, ...]:
    """The mistakes of all exercises, the most frequent first."""
    found = [
        (one, mistake, len(mistake.students))
        for one in room.table.exercises
        for mistake in room.table.mistakes.get(one.id, ())
    ]
    found.sort(key=lambda each: -each[2])
    made = []
    for one, mistake, many in found[:MOST_MISTAKES]:
        tried = max(room.exercise_statistics[one.id].tried, many)
        frequency = text(
            "{n} of {tried} who tried: {share}", n=count(many), tried=count(tried), share=share(many, tried)
        )
        link = Link(f"exercises/{one.id}.html#mistake-{mistake.slug}", clean_line(one.title.in_(lang)))
        made.append(Frequent(link, clean(mistake.text.in_(lang)), frequency.in_(lang), round(100 * many / tried, 1)))
    return tuple(made)
