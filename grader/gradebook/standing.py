"""A class as it stands: the record read into a `ClassTable`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from grader.checks.materials import load_checks
from grader.diagnose.slip_kinds import KINDS
from grader.errors import CourseError
from grader.gradebook import book
from grader.gradebook.adjust import Points, adjusted
from grader.gradebook.records import CheckColumn, ClassTable, Column, Mistaken
from grader.gradebook.work import Summary, detail
from grader.model import Check, Course, Exercise, Text, same
from grader.status import CODES, is_answer, is_ours

MANY = 1000  # students: of more, the words of results in which a mistake was named are not read; the mistake says most
EXAMPLES = 5  # results of which the shortest answer is shown


class Attempts(NamedTuple):
    """What a student did in an exercise, over all runs.

    Attributes:
        counting: the result that stands.
        first: points of the first answer, as it was graded last.
        number: answers that differ.
        solved: which of them was the first that passed, from 1; 0 if none did.
    """

    counting: Summary
    first: float
    number: int
    solved: int


class Sources(NamedTuple):
    """Where the words behind a table are: keys of results.

    Attributes:
        unsolved: by row of the table, results that stand and did not pass (of very many students those without a named mistake).
        examples: by exercise and mistake, a few results in which it was named.
    """

    unsolved: dict[int, list[str]]
    examples: dict[tuple[str, str], list[str]]


class Tally(NamedTuple):
    """Points of n students in k exercises, after adjustments.

    Attributes:
        score: (n, k); NaN where excused or where the grader failed.
        total, most: (n,), over these exercises: what counts, and what could be had.
    """

    score: Points
    total: Points
    most: Points


def tally(
    connection: Connection, course: Course, exercises: Sequence[str], standing: Mapping[str, Mapping[str, Summary]]
) -> Tally:
    """The points of some students, from the results that stand for each."""
    worth = worth_of(connection, course, exercises)
    several = standing.values()
    raw = np.array([[_raw(one.get(id_)) for id_ in exercises] for one in several])
    most = np.array([[_most(one.get(id_), worth[id_]) for id_ in exercises] for one in several])
    rows = {student: row for row, student in enumerate(standing)}
    places = {id_: place for place, id_ in enumerate(exercises)}
    shape = (len(rows), len(places))
    return Tally(*adjusted(raw.reshape(shape), most.reshape(shape), rows, places, book.in_force(connection)))


def worth_of(connection: Connection, course: Course, ids: Iterable[str]) -> dict[str, float]:
    """The points of exercises: as the course says, or of one that it no longer has as it was graded."""
    worth = {one.id: one.points for one in course.exercises}
    gone = {id_ for id_ in ids if id_ not in worth}
    graded = book.points_of(connection) if gone else {}
    return worth | {id_: graded.get(id_, 0.0) for id_ in gone}


def _raw(result: Summary | None) -> float:
    """Without points what the course is to blame for: it was of none for anybody."""
    return 0.0 if result is None else np.nan if is_ours(result.status) and not result.max_score else result.score


def _most(result: Summary | None, worth: float) -> float:
    """What could be had, as it was graded: a course that changes later devalues nothing."""
    return result.max_score if result and result.max_score else worth


def class_table(connection: Connection, course: Course, named: Collection[str] = ()) -> ClassTable:
    """Everybody in the gradebook, and the exercises that are `named`, or else those that count since the newest run."""
    return table_and_sources(connection, course, named)[0]


def table_and_sources(
    connection: Connection, course: Course, named: Collection[str] = ()
) -> tuple[ClassTable, Sources]:
    """As `class_table`; and where to find what was said."""
    students = book.everybody(connection)
    columns = _columns(connection, course, named or book.counting(connection))
    rows = {student.id: row for row, student in enumerate(students)}
    places = {column.id: place for place, column in enumerate(columns)}
    cells = _blank(len(students), columns)
    findings = _Findings(every_unsolved=len(students) <= MANY)
    for student, exercise, attempts in _attempts(connection):  # one by one: a large class has 400,000
        if exercise in places:
            _fill(cells, (rows[student], places[exercise]), attempts)
            findings.add(rows[student], exercise, attempts.counting)
    last = {rows[student]: one for student, one in sorted(book.handed_in(connection, list(places)).items())}
    in_force = book.in_force(connection)
    score, total, most = adjusted(cells.raw, cells.most, rows, places, in_force)
    table = ClassTable(
        course=course.name,
        title=course.title,
        students=students,
        exercises=columns,
        status=cells.status,
        raw=cells.raw,
        score=score,
        total=total,
        most=most,
        first=cells.first,
        solved=cells.solved,
        attempts=cells.attempts,
        checks=_check_columns(course, columns, findings),
        mistakes=_mistaken(connection, findings),
        damaged={row: one.problem for row, one in last.items() if one.problem},
        handed_in={row: one.notes for row, one in last.items()},
        adjustments=in_force,
    )
    return table, Sources(findings.unsolved, findings.examples)


class _Cells(NamedTuple):
    """The arrays of a `ClassTable` that hold something for each student and exercise, named as there; `most` as graded."""

    status: NDArray[np.uint8]
    raw: Points
    most: Points
    first: Points
    attempts: NDArray[np.int16]
    solved: NDArray[np.int16]


def _blank(n: int, columns: Sequence[Column]) -> _Cells:
    """Where nobody handed in anything."""
    shape = (n, len(columns))
    return _Cells(
        status=np.full(shape, CODES["missing"], np.uint8),
        raw=np.zeros(shape),
        most=np.tile([column.points for column in columns], (n, 1)),
        first=np.full(shape, np.nan),
        attempts=np.zeros(shape, np.int16),
        solved=np.zeros(shape, np.int16),
    )


def _fill(cells: _Cells, at: tuple[int, int], attempts: Attempts) -> None:
    result = attempts.counting
    cells.status[at] = CODES[result.status]
    cells.raw[at], cells.most[at] = _raw(result), _most(result, cells.most[at])
    cells.first[at], cells.attempts[at], cells.solved[at] = attempts.first, attempts.number, attempts.solved


class _Findings:
    """What was wrong with the answers that count: rows of the table, by exercise and check or mistake."""

    def __init__(self, every_unsolved: bool) -> None:
        """`every_unsolved`: whether results are kept as sources in which a mistake was named already."""
        self.failed: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.mistakes: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.unnamed: dict[str, set[int]] = defaultdict(set)
        self.unsolved: dict[int, list[str]] = defaultdict(list)
        self.examples: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._every_unsolved = every_unsolved

    def add(self, row: int, exercise: str, result: Summary) -> None:
        if not is_answer(result.status):
            return
        if result.status != "passed" and (self._every_unsolved or not result.mistakes):
            self.unsolved[row].append(result.key)
        for check in result.failed:
            self.failed[exercise, check].append(row)
        for slug in result.mistakes:
            self.mistakes[exercise][slug].append(row)
            if len(self.examples[exercise, slug]) < EXAMPLES:
                self.examples[exercise, slug].append(result.key)
        if result.failed and not result.mistakes:
            self.unnamed[exercise].add(row)


def _check_columns(
    course: Course, columns: Sequence[Column], findings: _Findings
) -> dict[str, tuple[CheckColumn, ...]]:
    exercises = {one.id: one for one in course.exercises}
    return {
        column.id: tuple(
            _check_column(check, findings.failed.get((column.id, check.id), []), findings.unnamed[column.id])
            for check in _checks(exercises.get(column.id))
        )
        for column in columns
    }


def _mistaken(connection: Connection, findings: _Findings) -> dict[str, tuple[Mistaken, ...]]:
    """By exercise, the most frequent first."""
    return {
        exercise: tuple(
            Mistaken(slug, _words(connection, findings.examples[exercise, slug][0], slug), np.array(who, np.int32))
            for slug, who in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
        )
        for exercise, found in findings.mistakes.items()
    }


def _attempts(connection: Connection) -> Iterator[tuple[str, str, Attempts]]:
    """By student and exercise. An attempt is an answer with another code than any before; a regrade of it is none."""
    for (student, exercise), some in groupby(book.record(connection), lambda one: (one.student, one.result.exercise)):
        counting: Summary | None = None
        tries: dict[str, Summary] = {}
        for _, _, result in some:
            counting = result if counting is None or book.stands(result, counting) else counting
            if is_answer(result.status):
                tries[result.code] = result
        assert counting is not None
        passed = (number for number, result in enumerate(tries.values(), 1) if result.status == "passed")
        first = next(iter(tries.values())).score if tries else np.nan
        yield student, exercise, Attempts(counting, first, len(tries), next(passed, 0))


def _columns(connection: Connection, course: Course, asked: Collection[str]) -> tuple[Column, ...]:
    """The exercises in the order of the course; after them those that it no longer has."""
    points = worth_of(connection, course, asked)
    known = [Column(one.id, one.unit, one.title, one.points) for one in course.exercises if one.id in asked]
    gone = sorted(set(asked) - {one.id for one in known})
    return (*known, *(Column(id_, "", same(id_), points[id_]) for id_ in gone))


def _checks(exercise: Exercise | None) -> tuple[Check, ...]:
    """None of an exercise that is gone, or that is broken now: its grades stand all the same."""
    try:
        return load_checks(exercise) if exercise else ()
    except CourseError:
        return ()


def _check_column(check: Check, failed: list[int], unnamed: set[int]) -> CheckColumn:
    without = [row for row in failed if row in unnamed]
    return CheckColumn(
        id=check.id,
        title=check.title,
        hidden=check.hidden,
        points=check.points,
        failed=np.array(failed, np.int32),
        unnamed=np.array(without, np.int32),
    )


def _words(connection: Connection, result: str, slug: str) -> Text:
    """What was said of a mistake when it was named. A slip's words are those of one answer, so a class has its title."""
    found = next(one for one in detail(connection, result).diagnoses if one.slug == slug)
    is_slip = found.kind == "slip" and slug in KINDS  # of another version's gradebook it may be one that is gone
    return KINDS[slug].title if is_slip else found.message
