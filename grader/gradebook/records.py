"""What travels between the stages of a class, and what its reports and exports are made of."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.model import Text


class Student(NamedTuple):
    """
    Attributes:
        id: what the gradebook calls a person: from the roster, or else from the name of what was handed in.
        name: as people write it; may be empty.
        lms_id: the number that the learning platform gave (Moodle's participant, Canvas's user), where it is known.
        login: name of an account (GitHub, the campus), where it is known.
    """

    id: str
    name: str = ""
    email: str = ""
    section: str = ""
    lms_id: str = ""
    login: str = ""


AdjustmentKind = Literal["override", "extra", "late", "excused"]


class Adjustment(NamedTuple):
    """What a person decided about a grade. A regrade never touches it.

    Attributes:
        exercise: empty for the whole of what a student handed in.
        kind: `override` replaces the points; `extra` adds to them; `late` takes away a share; `excused` makes it count
            for nothing, neither for nor against.
        value: points for `override` and `extra`, a share from 0 to 1 for `late`, 0 for `excused`.
        author, at, reason: who decided it, when (ISO 8601 with offset) and why.
    """

    student: str
    exercise: str
    kind: AdjustmentKind
    value: float
    reason: str
    author: str
    at: str


class Column(NamedTuple):
    """An exercise as a column of a class table."""

    id: str
    unit: str
    title: Text
    points: float


class Mistaken(NamedTuple):
    """Who made one mistake in an exercise.

    Attributes:
        slug: of a diagnosis of kind `mistake` or `structure`.
        students: rows of the table, ascending; those whose counting answer has it.
    """

    slug: str
    text: Text
    students: NDArray[np.int32]


class CheckColumn(NamedTuple):
    """One check of an exercise.

    Attributes:
        points: 0 for a stretch check.
        failed: rows of the table, ascending: those whose counting answer ran and did not pass it.
        unnamed: of `failed`, those for whom no mistake was named.
    """

    id: str
    title: Text
    hidden: bool
    points: float
    failed: NDArray[np.int32]
    unnamed: NDArray[np.int32]


class ClassTable(NamedTuple):
    """A class as it stands: n students in rows, k exercises in columns. Arrays, so that 10,000 × 40 stay small.

    Attributes:
        students: n, by id.
        exercises: k, in the order of the course.
        status: (n, k) codes of `status.STATUSES`, of the answer that counts. `missing` where nothing was handed in.
        raw: (n, k) points as graded, before adjustments; NaN where the grader failed.
        score: (n, k) points that count, after adjustments to single exercises; NaN where excused or where the grader failed.
        total: (n,) points that count, after all adjustments.
        most: (n,) points that could be had: without what is excused and what the grader failed at.
        first: (n, k) points of the first attempt; NaN where there was none.
        solved: (n, k) number of the attempt that was the first to pass, from 1; 0 if none did.
        attempts: (n, k) answers that differed.
        checks: by exercise id.
        mistakes: by exercise id, most frequent first.
        damaged: rows of students whose last submission could not be read, and why.
        handed_in: rows of students of whom anything arrived when these exercises were asked for, and what else is said of the last.
        adjustments: those in force.
    """

    course: str
    title: Text
    students: tuple[Student, ...]
    exercises: tuple[Column, ...]
    status: NDArray[np.uint8]
    raw: NDArray[np.float64]
    score: NDArray[np.float64]
    total: NDArray[np.float64]
    most: NDArray[np.float64]
    first: NDArray[np.float64]
    solved: NDArray[np.int16]
    attempts: NDArray[np.int16]
    checks: dict[str, tuple[CheckColumn, ...]]
    mistakes: dict[str, tuple[Mistaken, ...]]
    damaged: dict[int, Text]
    handed_in: dict[int, tuple[Text, ...]]
    adjustments: tuple[Adjustment, ...]
