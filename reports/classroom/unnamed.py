"""A class without a name in it: what an anonymous report is made of, so that no page could betray what it never got."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from grader.gradebook.records import Student
from grader.model import NOTHING, ExerciseResult, Language
from grader.words import text
from reports.classroom.report_data import Classroom


def unnamed(room: Classroom, lang: Language) -> Classroom:
    """Students become `Student 1…`, in an order that only `room.secret` gives; every text that somebody wrote about
    them or that quotes what they wrote is gone. What remains is the course's own words, numbers and states."""
    table = room.table
    order = _order(room)
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order))
    students = tuple(Student(id=text("Student {n}", n=n + 1).in_(lang)) for n in range(len(order)))
    renamed = {old.id: students[place[row]].id for row, old in enumerate(table.students)}
    unreadable = text("What was handed in could not be read.")

    def moved(rows: NDArray[np.int32]) -> NDArray[np.int32]:
        return np.sort(place[rows])

    adjustments = [one._replace(student=renamed[one.student], author="", at="", reason="") for one in table.adjustments]
    new = table._replace(
        students=students,
        **{name: getattr(table, name)[order] for name in ("status", "raw", "score", "total", "most", "first", "solved", "attempts")},
        checks={
            id_: tuple(one._replace(failed=moved(one.failed), unnamed=moved(one.unnamed)) for one in checks)
            for id_, checks in table.checks.items()
        },
        mistakes={
            id_: tuple(one._replace(students=moved(one.students)) for one in mistakes)
            for id_, mistakes in table.mistakes.items()
        },
        damaged={int(place[row]): unreadable for row in table.damaged},
        handed_in={int(place[row]): () for row in table.handed_in},
        adjustments=tuple(sorted(adjustments)),
    )  # fmt: skip

    def details(row: int) -> Iterable[ExerciseResult]:
        return (_redacted(one) for one in room.details(int(order[row])))

    help_ = sorted((one._replace(row=int(place[one.row])) for one in room.help), key=lambda one: one.row)
    return room._replace(table=new, help=tuple(help_), details=details)


def _order(room: Classroom) -> NDArray[np.int64]:
    """Rows by a keyed hash of the student's id: without the key nobody can work it out again from a list of ids."""
    key = room.secret.encode()
    digests = [hmac.digest(key, student.id.encode("utf-8", "replace"), "sha256") for student in room.table.students]
    return np.array(sorted(range(len(digests)), key=lambda row: digests[row]), dtype=np.int64)


def _redacted(result: ExerciseResult) -> ExerciseResult:
    """Without a word that could quote the answer: its messages, notes, output, and where they stand."""
    return result._replace(
        message=NOTHING,
        notes=(),
        checks=tuple(
            one._replace(message=NOTHING, detail=NOTHING, output="", line=None, program=NOTHING)
            for one in result.checks
        ),
        diagnoses=tuple(one for one in result.diagnoses if one.kind == "mistake"),
        answer=None,
    )
