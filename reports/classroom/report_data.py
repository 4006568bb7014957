"""What the class report is made of. `write_site` wants nothing else; where it comes from is its caller's business."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from grader.classroom.attention import FaultyCheck, NeedsHelp
from grader.classroom.statistics import ClassStatistics, ExerciseStatistics
from grader.gradebook.records import ClassTable
from grader.model import ExerciseResult, Text


def no_example(exercise: str, slug: str) -> str | None:
    return None


def no_details(row: int) -> Iterable[ExerciseResult]:
    return ()


class Classroom(NamedTuple):
    """A class and what its report tells of it.

    Attributes:
        class_statistics: of the totals.
        exercise_statistics: by exercise id, for every exercise of the table; also for one that nobody tried.
        units: titles of the units, by what the table's columns call them.
        faulty, help: gravest first.
        example: `(exercise, slug)` → the source of one answer with that mistake, whosever; None if there is none.
        details: row → what is known of that student's graded answers.
        secret: decides the order of students in an anonymous report. Whoever knows it and the students' ids can tell
            who is who.
    """

    table: ClassTable
    class_statistics: ClassStatistics
    exercise_statistics: Mapping[str, ExerciseStatistics]
    units: Mapping[str, Text] = MappingProxyType({})
    faulty: tuple[FaultyCheck, ...] = ()
    help: tuple[NeedsHelp, ...] = ()
    example: Callable[[str, str], str | None] = no_example
    details: Callable[[int], Iterable[ExerciseResult]] = no_details
    secret: str = ""
    version: str = ""
