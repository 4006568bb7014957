"""The map of a course: every unit and exercise, what is done, in progress, next, and not begun."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from grader.model import Attempt, Course, ExerciseResult, Language, RunResult
from grader.status import STATE_WORDS, State
from grader.words import text
from reports.escape import clean_line
from reports.history import attempts
from reports.view import score, state, word

BAR_WIDTH = 1000  # units of the drawing, not pixels


class Bar(NamedTuple):
    """One exercise in the bar across the page: its share of the points, and how much of that was earned."""

    x: float
    width: float
    filled: float
    state: State


class Tile(NamedTuple):
    """One exercise on the map.

    Attributes:
        linked: whether it is on the page.
        next: whether it is the one to do next.
    """

    id: str
    title: str
    state: State
    word: str
    worth: str
    linked: bool
    next: bool


class Region(NamedTuple):
    """One unit; `number` and `name` are the two halves of `05_backprop`, `done` is `2 of 9 done`."""

    number: str
    name: str
    done: str
    tiles: tuple[Tile, ...]


def course_map(
    result: RunResult, course: Course, history: Iterable[Attempt], following: str, lang: Language
) -> tuple[Region, ...]:
    """All units that are known of the course, in order, with what was graded here or, failing that, earlier.
    `following` is the exercise to do next."""
    graded = {one.id: one for one in result.exercises}
    before = _latest(history)
    known = [(one.id, one.unit) for one in course.exercises]
    known += [(one.id, one.unit) for one in result.exercises if (one.id, one.unit) not in known]
    titles = {one.id: one.title for one in course.exercises} | {one.id: one.title for one in result.exercises}
    units = list(dict.fromkeys(unit for _, unit in known))
    regions: list[Region] = []
    for unit, group in groupby(sorted(known, key=lambda one: units.index(one[1])), lambda one: one[1]):
        tiles = tuple(
            _tile(id_, clean_line(titles[id_].in_(lang)), graded.get(id_), before.get(id_), id_ == following, lang)
            for id_, _ in group
        )
        done = sum(tile.state == "done" for tile in tiles)
        said = text("{done} of {n} done", done=done, n=len(tiles)).in_(lang)
        regions.append(Region(*unit_name(unit, course.unit_title(unit).in_(lang)), said, tiles))
    return tuple(regions)


def _tile(
    id_: str, title: str, here: ExerciseResult | None, before: Attempt | None, following: bool, lang: Language
) -> Tile:
    if here:
        where = state(here)
        said = STATE_WORDS[where].in_(lang) if where == "not_started" else word(here, lang)
        worth = score(here.score, here.max_score) if here.max_score else ""
        return Tile(id=id_, title=title, state=where, word=said, worth=worth, linked=True, next=following)
    if before:
        where = "done" if before.status == "passed" else "started"
        return Tile(
            id=id_,
            title=title,
            state=where,
            word=STATE_WORDS[where].in_(lang),
            worth=score(before.score, before.max_score),
            linked=False,
            next=following,
        )
    return Tile(
        id=id_,
        title=title,
        state="not_started",
        word=text("not graded here").in_(lang),
        worth="",
        linked=False,
        next=following,
    )


def _latest(history: Iterable[Attempt]) -> dict[str, Attempt]:
    return {one.exercise: one for one in attempts(history)}


def unit_name(unit: str, title: str) -> tuple[str, str]:
    """`05` and the unit's title."""
    number = unit.partition("_")[0]
    return number if number.isdecimal() and title != unit else "", clean_line(title)


def bars(result: RunResult) -> tuple[Bar, ...]:
    """The bar across the page."""
    total = sum(one.max_score for one in result.exercises)
    found: list[Bar] = []
    x = 0.0
    for one in result.exercises:
        if not one.max_score:
            continue
        width = BAR_WIDTH * one.max_score / total
        inside = max(width - 4, width / 2)  # a gap, so that the exercises can be told apart
        found.append(Bar(round(x, 1), round(inside, 1), round(inside * one.score / one.max_score, 1), state(one)))
        x += width
    return tuple(found)
