"""The overview of a class as data: how it stands, what wants attention first, and its exercises."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

import numpy as np

from grader.classroom.statistics import handed_in
from grader.model import Language, Text, same
from grader.words import ntext, text
from reports.classroom.attention import Attention, attention
from reports.classroom.grid import (
    DONE,
    EXCUSED,
    FAILED,
    NOT_STARTED,
    STARTED,
    STATES,
    UNJUDGED,
    WORDS,
    Grid,
    Link,
    grid,
    short,
    states,
)
from reports.classroom.numbers import (
    Gauge,
    agreement,
    correlation_gauge,
    count,
    percent,
    reliability_words,
    share,
    share_bars,
    share_gauge,
)
from reports.classroom.report_data import Classroom
from reports.escape import clean_line
from reports.map import unit_name
from reports.plot import Plot
from reports.view import points

LONGEST_MISTAKE = 90  # characters in the table of exercises; its page has all of it
WIDTH = 1000  # of the bar across the page, in units of the drawing


class Part(NamedTuple):
    """A state's share of the bar across the page."""

    state: str
    word: str
    share: str
    x: float
    width: float


class ExerciseRow(NamedTuple):
    """A row of the table of exercises; `discrimination` says in words what its gauge shows."""

    link: Link
    tried: str
    first: Gauge | None
    now: Gauge | None
    correlation: Gauge | None
    discrimination: str
    reliable: bool
    attempts: str
    mistake: Link | None
    mistake_share: str


class UnitRows(NamedTuple):
    number: str
    name: str
    rows: tuple[ExerciseRow, ...]


class IndexPage(NamedTuple):
    """Everything that `index.html` prints.

    Attributes:
        figure, of: the mean and what could be had.
        facts: how the class stands, in sentences.
        small: says so if the class is too small for correlations.
    """

    lang: Language
    course: str
    figure: str
    of: str
    summary: str
    parts: tuple[Part, ...]
    totals: Plot | None
    facts: tuple[str, ...]
    attention: Attention
    units: tuple[UnitRows, ...]
    small: str
    grid: Grid
    footer: str


def index_page(room: Classroom, lang: Language, anonymous: bool) -> IndexPage:
    table, everyone = room.table, room.class_statistics.everyone
    n = len(table.students)
    possible = sum(one.points for one in table.exercises)
    small = not all(one.reliable for one in room.exercise_statistics.values() if one.discrimination)
    footer = f"gradkata {room.version}".strip()
    return IndexPage(
        lang=lang,
        course=clean_line(table.title.in_(lang)),
        figure=_points(everyone.mean, possible) if everyone.mean is not None else "–",
        of=points(possible),
        summary=_summary(int(np.count_nonzero(table.most > 0)), n, int(handed_in(table).sum())).in_(lang),
        parts=_parts(room, lang),
        totals=share_bars(everyone.distribution, lang),
        facts=_facts(room, possible, lang),
        attention=attention(room, lang),
        units=_units(room, lang),
        small=text("In grey: with so few students these numbers could be quite different in another class.").in_(lang)
        if small
        else "",
        grid=grid(room, lang),
        footer=text("{footer}, anonymous: no names, in an order of no meaning", footer=footer).in_(lang)
        if anonymous
        else footer,
    )


def _points(share: float, possible: float) -> str:
    """A share in points; without decimals where there are many, for nobody stands at 312.37."""
    number = share * possible
    return points(round(number) if number >= 20 else round(number, 1))


def _summary(counting: int, n: int, handed_in: int) -> Text:
    """`counting`: of whom anything counts; who is excused from everything is in no mean."""
    if not n:
        return text("Nobody is in this class yet.")
    who = ntext("on average, over {n} student", "on average, over {n} students", counting)
    return text("{who}; {handed_in} handed something in", who=who, handed_in=count(handed_in))


def _parts(room: Classroom, lang: Language) -> tuple[Part, ...]:
    codes = states(room.table)
    counts = np.bincount(codes.ravel(), minlength=len(STATES))
    counts[EXCUSED] = 0
    total = int(counts.sum())
    parts: list[Part] = []
    x = 0.0
    for index in (DONE, STARTED, FAILED, NOT_STARTED, UNJUDGED):
        many = int(counts[index])
        if many:
            width = round(WIDTH * many / total, 1)
            parts.append(Part(STATES[index], WORDS[STATES[index]].in_(lang), share(many, total), round(x, 1), width))
            x += WIDTH * many / total
    return tuple(parts)


def _facts(room: Classroom, possible: float, lang: Language) -> tuple[str, ...]:
    statistics = room.class_statistics
    everyone = statistics.everyone
    sentences = []
    if everyone.median is not None and everyone.mean is not None:
        sentences.append(
            text(
                "Half of the students have {median} points or more. The mean is {mean} of {possible}: {share}.",
                median=_points(everyone.median, possible),
                mean=_points(everyone.mean, possible),
                possible=points(possible),
                share=percent(everyone.mean),
            )
        )
    if everyone.deviation is not None:
        sentences.append(
            text(
                "Totals lie about {deviation} points from the mean (standard deviation).",
                deviation=_points(everyone.deviation, possible),
            )
        )
    if statistics.alpha is not None and statistics.reliable:
        alpha = statistics.alpha / 100
        sentences.append(text("Reliability (α) {alpha}: {words}", alpha=f"{alpha:.2f}", words=reliability_words(alpha)))
        if statistics.standard_error is not None:
            sentences.append(
                text(
                    "One total may be off by about {error} points (standard error): who is less than that apart may be equally strong.",
                    error=_points(statistics.standard_error, possible),
                )
            )
    return tuple(one.in_(lang) for one in sentences)


def _units(room: Classroom, lang: Language) -> tuple[UnitRows, ...]:
    groups = groupby(room.table.exercises, lambda one: one.unit)
    return tuple(
        UnitRows(
            *unit_name(unit, room.units.get(unit, same(unit)).in_(lang)),
            tuple(_exercise_row(room, one.id, lang) for one in columns),
        )
        for unit, columns in groups
    )


def _exercise_row(room: Classroom, id_: str, lang: Language) -> ExerciseRow:
    column = next(one for one in room.table.exercises if one.id == id_)
    statistics = room.exercise_statistics[id_]
    mistakes = room.table.mistakes.get(id_, ())
    first = mistakes[0] if mistakes else None
    return ExerciseRow(
        link=Link(f"exercises/{id_}.html", clean_line(column.title.in_(lang))),
        tried=count(statistics.tried),
        first=share_gauge(statistics.facility_first),
        now=share_gauge(statistics.facility),
        correlation=correlation_gauge(statistics.discrimination, lang),
        discrimination=agreement(statistics.discrimination).in_(lang) if statistics.tried else "",
        reliable=statistics.reliable,
        attempts=points(statistics.median_tries) if statistics.median_tries is not None else "–",
        mistake=Link(
            f"exercises/{id_}.html#mistake-{first.slug}", short(clean_line(first.text.in_(lang)), LONGEST_MISTAKE)
        )
        if first
        else None,
        mistake_share=share(len(first.students), max(statistics.tried, len(first.students))) if first else "",
    )
