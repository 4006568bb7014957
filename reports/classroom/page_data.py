"""From the gradebook to what the class report is made of."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from grader import __version__
from grader.classroom.attention import faulty_checks, needing_help
from grader.classroom.statistics import (
    ClassStatistics,
    ExerciseStatistics,
    class_statistics,
    evidence,
    exercise_statistics,
)
from grader.gradebook import book, work
from grader.gradebook.standing import table_and_sources
from grader.model import Course, ExerciseResult
from grader.submission.notebook import seems_to_define
from reports.classroom.pages import ClassNumbers, Classroom, FaultyCheck, ItemNumbers, NeedsHelp


def gathered(connection: Connection, course: Course, named: Collection[str] = ()) -> Classroom:
    """A class as it stands in a gradebook, with everything that is to be said of it. It is read from as pages are made."""
    table, sources = table_and_sources(connection, course, named)
    seen = evidence(table)
    exercises = {one.id: one for one in course.exercises}

    def example(exercise: str, slug: str) -> str | None:
        """The shortest of a few."""
        keys = sources.examples.get((exercise, slug), [])
        texts = [
            _answer_text(work.detail(connection, key), exercises[exercise].spellings)
            for key in keys
            if exercise in exercises
        ]
        return min(texts, key=len, default=None)

    def details(row: int) -> list[ExerciseResult]:
        return work.words_of(connection, sources.unsolved.get(row, []))

    return Classroom(
        table=table,
        numbers=_class_numbers(class_statistics(table, seen), int(seen.handed_in.sum())),
        units=course.units,
        items={one.id: _item_numbers(one) for one in exercise_statistics(table, seen)},
        faulty=tuple(
            FaultyCheck(one.exercise, one.check, tuple(rule.text for rule in one.rules))
            for one in faulty_checks(table, seen)
        ),
        help=tuple(NeedsHelp(one.row, tuple(rule.text for rule in one.rules)) for one in needing_help(table, seen)),
        example=example,
        details=details,
        secret=book.secret(connection),
        version=__version__,
    )


def _answer_text(result: ExerciseResult, names: tuple[str, ...]) -> str:
    """An answer, or of a notebook the cells that define what was asked for."""
    assert result.answer is not None
    cells = [cell.text for cell in result.answer.cells if seems_to_define(cell.text, names)]
    return "\n\n".join(cells) if result.answer.select and cells else result.answer.text


def _class_numbers(found: ClassStatistics, handed_in: int) -> ClassNumbers:
    everyone = found.everyone
    return ClassNumbers(
        handed_in=handed_in, mean=everyone.mean, median=everyone.median, deviation=everyone.deviation, alpha=_share(found.alpha), error=found.standard_error,
        reliable=found.reliable, totals=everyone.distribution,
    )  # fmt: skip


def _share(percent: float | None) -> float | None:
    return None if percent is None else percent / 100


def _item_numbers(one: ExerciseStatistics) -> ItemNumbers:
    return ItemNumbers(
        tried=one.tried, solved=one.solved, facility_first=one.facility_first, facility=one.facility, discrimination=one.discrimination, reliable=one.reliable, efficiency=one.efficiency,
        upper_lower=one.upper_lower, weight=_share(one.weight), median_attempts=one.median_tries, scores=one.distribution, attempts=one.tries,
    )  # fmt: skip
