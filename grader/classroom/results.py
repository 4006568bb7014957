"""Students' results with all their words, read back from the gradebook one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from grader.gradebook import work
from grader.gradebook.book import Entry
from grader.judge import absent
from grader.materials import load_checks
from grader.model import Course, CourseError, Exercise, ExerciseResult, RunResult, Submission, same
from grader.score import grader_error, run_result

_LEVELS = ("process", "confined", "isolated")  # weakest first


def results_of(
    connection: Connection, course: Course, exercises: Sequence[Exercise], entries: Sequence[Entry], seed: int
) -> Iterator[tuple[str, RunResult]]:
    """Each student's id and run on `exercises`. Where there is no result there was no answer."""
    absents = [_absent(one) for one in exercises]
    reached = {result.sandbox for entry in entries for result in entry.results.values()}
    lowest = min(reached, key=_LEVELS.index, default=_LEVELS[0])
    for entry in entries:
        found = tuple(
            work.detail(connection, entry.results[one.id].key) if one.id in entry.results else one for one in absents
        )
        level = min({result.sandbox for result in entry.results.values()}, key=_LEVELS.index, default=lowest)
        yield entry.student.id, run_result(course, Submission(entry.name, {}), seed, level, found)


def _absent(exercise: Exercise) -> ExerciseResult:
    try:
        return absent(exercise, load_checks(exercise))
    except CourseError as error:
        return grader_error(exercise, None, same(str(error)))
