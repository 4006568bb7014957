"""What the class report is made of. `write_site` wants nothing else; where it comes from is its caller's business."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from grader.classroom.estimates import Interval
from grader.gradebook.records import ClassTable
from grader.model import ExerciseResult, Text


class ItemNumbers(NamedTuple):
    """One exercise in numbers. None: it cannot be said, for want of answers or of differences between them.

    Attributes:
        tried: how many students began it and were graded.
        solved: share of them who passed it.
        facility_first, facility: mean share of its points, at the first attempt and now.
        discrimination: correlation of its points with the points of all else.
        reliable: whether there are enough students for discrimination to mean much.
        efficiency: discrimination in percent of what it could be with these points.
        upper_lower: how much more of its points the best 27 % have than the weakest 27 %, as a share.
        weight: its share in the differences between totals.
        median_attempts: until it was solved.
        scores: how many students have which share of its points, in equal bins from 0 to 1.
        attempts: how many solved it at their 1st, 2nd, … attempt; the last counts all later ones, too.
    """

    tried: int = 0
    solved: Interval | None = None
    facility_first: Interval | None = None
    facility: Interval | None = None
    discrimination: Interval | None = None
    reliable: bool = False
    efficiency: float | None = None
    upper_lower: float | None = None
    weight: float | None = None
    median_attempts: float | None = None
    scores: tuple[int, ...] = ()
    attempts: tuple[int, ...] = ()


class ClassNumbers(NamedTuple):
    """The totals of a class in numbers, as shares of what each student could have; None as above.

    Attributes:
        handed_in: how many students handed in anything.
        mean, median, deviation: of the totals.
        alpha: internal consistency (Cronbach's α), up to 1.
        error: standard error of one student's total.
        totals: how many students have which share, in equal bins from 0 to 1.
    """

    handed_in: int = 0
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    alpha: float | None = None
    error: float | None = None
    reliable: bool = False
    totals: tuple[int, ...] = ()


class FaultyCheck(NamedTuple):
    """A check that may be wrong itself, and the rules that say so."""

    exercise: str
    check: str
    rules: tuple[Text, ...]


class NeedsHelp(NamedTuple):
    """A row of the table whose student may need help, and the rules that say so."""

    row: int
    rules: tuple[Text, ...]


def no_example(exercise: str, slug: str) -> str | None:
    return None


def no_details(row: int) -> Iterable[ExerciseResult]:
    return ()


class Classroom(NamedTuple):
    """A class and what is to be said of it.

    Attributes:
        units: titles of the units, by what the table's columns call them.
        items: by exercise id.
        faulty, help: gravest first.
        example: `(exercise, slug)` → the source of one answer with that mistake, whosever; None if there is none.
        details: row → what is known of that student's graded answers.
        secret: decides the order of students in an anonymous report. Whoever knows it and the students' ids can tell
            who is who.
    """

    table: ClassTable
    numbers: ClassNumbers = ClassNumbers()
    units: Mapping[str, Text] = MappingProxyType({})
    items: Mapping[str, ItemNumbers] = MappingProxyType({})
    faulty: tuple[FaultyCheck, ...] = ()
    help: tuple[NeedsHelp, ...] = ()
    example: Callable[[str, str], str | None] = no_example
    details: Callable[[int], Iterable[ExerciseResult]] = no_details
    secret: str = ""
    version: str = ""
