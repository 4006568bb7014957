"""From the gradebook to what the class report is made of."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from grader import __version__
from grader.classroom.attention import faulty_checks, needing_help
from grader.classroom.statistics import class_statistics, evidence, exercise_statistics
from grader.gradebook import book, work
from grader.gradebook.standing import table_and_sources
from grader.model import Course, ExerciseResult
from grader.submission.definitions import seems_to_define
from reports.classroom.report_data import Classroom


def read_classroom(connection: Connection, course: Course, named: Collection[str] = ()) -> Classroom:
    """A class as it stands in a gradebook. Examples and details are read when a page asks for them."""
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
        class_statistics=class_statistics(table, seen),
        exercise_statistics={one.id: one for one in exercise_statistics(table, seen)},
        units=course.units,
        faulty=faulty_checks(table, seen),
        help=needing_help(table, seen),
        example=example,
        details=details,
        secret=book.secret(connection),
        version=__version__,
    )


def _answer_text(result: ExerciseResult, names: tuple[str, ...]) -> str:
    """An answer's cells that define what was asked for."""
    assert result.answer is not None
    cells = [cell.text for cell in result.answer.cells if seems_to_define(cell.text, names)]
    return "\n\n".join(cells) if cells else result.answer.text
