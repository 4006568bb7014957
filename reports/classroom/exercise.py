"""One exercise of a class as data: its numbers in words and pictures, its mistakes with an example each, its checks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.classroom.statistics import ExerciseStatistics
from grader.gradebook.records import CheckColumn, Column, Mistaken
from grader.model import Language, Text
from grader.words import ntext, text
from reports.classroom.example import anonymous_example
from reports.classroom.grid import Link, shown_name, student_page, view
from reports.classroom.numbers import (
    Gauge,
    attempt_bars,
    correlation_gauge,
    count,
    discrimination_words,
    efficiency_words,
    percent,
    share,
    share_bars,
    share_gauge,
    share_span,
    signed_percent,
)
from reports.classroom.report_data import Classroom
from reports.code import LONGEST_LINE, Span, spans
from reports.escape import clean, clean_line
from reports.plot import Plot
from reports.view import points

MOST_NAMES = 30
MOST_LINES = 60  # of an example


class Fact(NamedTuple):
    """One number: what it is called, its value with its interval, and what it means; `grey` if it means little."""

    name: str
    label: str
    gauge: Gauge | None
    words: str
    grey: bool = False


class Made(NamedTuple):
    """A mistake that was made. `more` leads to all who made it, if not all are named here."""

    slug: str
    message: str
    number: str
    share: str
    students: tuple[Link, ...]
    more: Link | None
    example: tuple[tuple[Span, ...], ...]
    cut: bool


class CheckRow(NamedTuple):
    """A check. `failed` of those whose answer ran; `unnamed`: whom nobody could tell why."""

    id: str
    title: str
    hidden: bool
    stretch: bool
    failed: str
    share: str
    width: float
    unnamed: str
    rules: tuple[str, ...]


class ExercisePage(NamedTuple):
    """Everything that `exercises/<id>.html` prints."""

    lang: Language
    course: str
    id: str
    title: str
    worth: str
    figure: str
    summary: str
    facts: tuple[Fact, ...]
    small: str
    scores: Plot | None
    attempts: Plot | None
    mistakes: tuple[Made, ...]
    checks: tuple[CheckRow, ...]
    previous: Link | None
    next: Link | None
    in_grid: str
    footer: str


def exercise_page(room: Classroom, index: int, lang: Language, known: frozenset[str]) -> ExercisePage:
    """`known`: what an example must not hold (`example.traces`)."""
    column = room.table.exercises[index]
    statistics = room.exercise_statistics[column.id]
    return ExercisePage(
        lang=lang,
        course=clean_line(room.table.title.in_(lang)),
        id=column.id,
        title=clean_line(column.title.in_(lang)),
        worth=points(column.points),
        figure=percent(statistics.solved.value) if statistics.solved else "–",
        summary=_summary(statistics).in_(lang),
        facts=tuple(_facts(statistics, lang)),
        small=text("Fewer than 50 students: what is grey could be quite different in another class.").in_(lang)
        if statistics.discrimination and not statistics.reliable
        else "",
        scores=share_bars(statistics.distribution, lang),
        attempts=attempt_bars(statistics.tries, lang),
        mistakes=tuple(
            _made(room, column, mistake, statistics.tried, lang, known)
            for mistake in room.table.mistakes.get(column.id, ())
        ),
        checks=tuple(
            _check(room, column, check, statistics.tried, lang) for check in room.table.checks.get(column.id, ())
        ),
        previous=_neighbour(room, index - 1, lang),
        next=_neighbour(room, index + 1, lang),
        in_grid="../" + view(x=column.id),
        footer=f"gradkata {room.version}".strip(),
    )


def _summary(statistics: ExerciseStatistics) -> Text:
    if not statistics.tried:
        return text("Nobody has tried it yet.")
    if statistics.solved is None:
        return ntext("{n} student tried it.", "{n} students tried it.", statistics.tried)
    return text(
        "solved it, of {n} who tried (95 % interval: {span})",
        n=count(statistics.tried),
        span=share_span(statistics.solved),
    )


def _facts(statistics: ExerciseStatistics, lang: Language) -> list[Fact]:
    """What is known; a number that is not is left out, but for discrimination, whose absence has a reason."""
    found: list[Fact] = []

    def add(name: Text, label: str, words: Text, gauge: Gauge | None = None, grey: bool = False) -> None:
        found.append(Fact(name.in_(lang), label, gauge, words.in_(lang), grey))

    first, now, correlation = (
        share_gauge(statistics.facility_first),
        share_gauge(statistics.facility),
        correlation_gauge(statistics.discrimination, lang),
    )
    if first:
        add(
            text("First attempt"),
            first.label,
            text("of the points were reached at the first attempt, on average."),
            first,
        )
    if now:
        add(text("Now"), now.label, text("of the points are reached now, on average of those who tried."), now)
    if statistics.median_tries is not None:
        meaning = text("attempts are enough for half of those who solved it.")
        add(text("Attempts"), points(statistics.median_tries), meaning)
    grey = not statistics.reliable
    if statistics.tried:
        label = correlation.label if correlation else "–"
        add(text("Discrimination"), label, discrimination_words(statistics.discrimination), correlation, grey)
    if statistics.efficiency is not None:
        add(
            text("Efficiency"),
            signed_percent(statistics.efficiency / 100),
            efficiency_words(statistics.efficiency),
            grey=grey,
        )
    if statistics.upper_lower is not None:
        meaning = text(
            "of its points lie between the strongest 27 % of those who tried and the weakest 27 %, on average."
        )
        add(text("Strong and weak"), signed_percent(statistics.upper_lower), meaning, grey=grey)
    if statistics.weight is not None:
        meaning = text("of the differences between totals come from this exercise.")
        add(text("Weight"), percent(statistics.weight / 100), meaning, grey=grey)
    return found


def _made(
    room: Classroom, column: Column, mistake: Mistaken, tried: int, lang: Language, known: frozenset[str]
) -> Made:
    many = len(mistake.students)
    source = room.example(column.id, mistake.slug)
    lines = _example(anonymous_example(source, known) if source else None)
    href = "../" + view(m=f"{column.id}/{mistake.slug}")
    return Made(
        slug=mistake.slug,
        message=clean(mistake.text.in_(lang)),
        number=count(many),
        share=text("{share} of those who tried", share=share(many, max(tried, many))).in_(lang),
        students=_students(room, mistake.students[:MOST_NAMES]),
        more=Link(href, text("all {n} in the grid", n=count(many)).in_(lang)) if many > MOST_NAMES else None,
        example=lines[:MOST_LINES],
        cut=len(lines) > MOST_LINES,
    )


def _students(room: Classroom, rows: NDArray[np.int32]) -> tuple[Link, ...]:
    return tuple(Link(f"../{student_page(row)}", shown_name(room.table.students[row])) for row in rows.tolist())


def _example(source: str | None) -> tuple[tuple[Span, ...], ...]:
    if not source:
        return ()
    rows = (row if len(row) <= LONGEST_LINE else row[:LONGEST_LINE] + "…" for row in clean(source).split("\n"))
    return tuple(tuple(line) for line in spans("\n".join(rows)))


def _check(room: Classroom, column: Column, check: CheckColumn, tried: int, lang: Language) -> CheckRow:
    failed, unnamed = len(check.failed), len(check.unnamed)
    tried = max(tried, failed)
    return CheckRow(
        id=check.id,
        title=clean_line(check.title.in_(lang)),
        hidden=check.hidden,
        stretch=not check.points,
        failed=text("{n} of {tried}", n=count(failed), tried=count(tried)).in_(lang),
        share=share(failed, tried),
        width=round(100 * failed / tried, 1) if tried else 0.0,
        unnamed=count(unnamed) if failed else "–",
        rules=tuple(
            clean_line(rule.text.in_(lang))
            for one in room.faulty
            if (one.exercise, one.check) == (column.id, check.id)
            for rule in one.rules
        ),
    )


def _neighbour(room: Classroom, index: int, lang: Language) -> Link | None:
    if not 0 <= index < len(room.table.exercises):
        return None
    column = room.table.exercises[index]
    return Link(f"{column.id}.html", clean_line(column.title.in_(lang)))
