"""Students' results with all their words, read back from the gradebook one by one: a class need not fit into memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from grader.checks.materials import load_checks
from grader.errors import CourseError
from grader.gradebook import book, work
from grader.gradebook.book import Entry, HandedIn
from grader.gradebook.records import ClassTable
from grader.gradebook.work import Summary
from grader.judge.judge import absent
from grader.judge.score import course_at_fault, run_result, weakest
from grader.model import Course, Exercise, ExerciseResult, RunResult, Submission, Text, same


def results_of(
    connection: Connection, course: Course, exercises: Sequence[Exercise], entries: Sequence[Entry], seed: int
) -> Iterator[tuple[str, RunResult]]:
    """Each student's id and what a run gave for `exercises`. Where there is no result there was no answer."""
    several = ((one.student.id, one.name if one.digest else "", _said(one), one.results) for one in entries)
    return _results(connection, course, exercises, several, seed)


def standing_results(
    connection: Connection, course: Course, table: ClassTable, students: Collection[str]
) -> Iterator[tuple[str, RunResult]]:
    """The id of each of these students of a class, and the results that stand, before adjustments."""
    last = book.handed_in(connection)
    columns = {column.id for column in table.exercises}
    exercises = [one for one in course.exercises if one.id in columns]
    standing = book.standing_by_student(connection, students)
    chosen = [one.id for one in table.students if one.id in students]
    several = (
        (id_, last[id_].name if id_ in last else "", _said(last.get(id_)), standing.get(id_, {})) for id_ in chosen
    )
    return _results(connection, course, exercises, several, 0)


def _results(
    connection: Connection,
    course: Course,
    exercises: Sequence[Exercise],
    several: Iterable[tuple[str, str, tuple[Text, ...], Mapping[str, Summary]]],
    seed: int,
) -> Iterator[tuple[str, RunResult]]:
    absents = [_absent(one) for one in exercises]
    for student, name, notes, results in several:
        found = tuple(
            work.detail(connection, results[one.id].key) if one.id in results else gone
            for one, gone in zip(exercises, absents, strict=True)
        )
        level = weakest({result.sandbox for result in results.values()})
        seeds = {result.seed for result in results.values()}
        yield student, run_result(course, Submission(name, {}, notes), max(seeds, default=seed), level, found)


def _said(last: Entry | HandedIn | None) -> tuple[Text, ...]:
    """Of what was handed in: why it could not be read, if so, and what else is said."""
    return () if last is None else (last.problem, *last.notes) if last.problem else last.notes


def _absent(exercise: Exercise) -> ExerciseResult:
    try:
        return absent(exercise, load_checks(exercise))
    except CourseError as error:
        return course_at_fault(exercise, None, same(str(error)))
