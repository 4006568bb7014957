"""What was decided: runs that were published, the grades that stand, adjustments. Rows are added and never changed; only what
is said of the newest hand-in is what the newest run says, and the exercises that it was for become more."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, cast

from sqlalchemy import Connection, bindparam, func, insert, select, update

from grader.gradebook.records import Adjustment, AdjustmentKind, Student
from grader.gradebook.tables import adjustments, answers, grades, hand_ins, plain, results, runs, secrets, students
from grader.gradebook.work import SUMMARY, Summary, summary
from grader.model import Text
from grader.status import is_answer, is_ours


class Run(NamedTuple):
    """
    Attributes:
        at: local time with its offset, ISO 8601.
        author: who graded, as the system or `--author` says.
        source: the SUBMISSIONS that were named.
        exercises: ids of those that were asked for.
        environment: what graded, in words.
    """

    at: str
    author: str
    course: str
    source: str
    exercises: tuple[str, ...]
    seed: int
    environment: str


class Entry(NamedTuple):
    """What one student handed in to a run, and what came of it.

    Attributes:
        name: what it was called in the download.
        digest: of its bytes; empty for a student who handed in nothing.
        at, late: when it was handed in, and whether that was late, where the download says so.
        problem: why none of it could be read.
        results: by exercise, of every answer that there is.
        notes: what else is said of it: what was mended, which files were taken for answers, and which were not used.
    """

    student: Student
    name: str
    digest: str
    at: str
    late: bool
    problem: Text
    results: dict[str, Summary]
    notes: tuple[Text, ...] = ()


class Published(NamedTuple):
    """One row of the record: a result, and the run that published it."""

    student: str
    run: int
    result: Summary


def standing(connection: Connection, of: Collection[str] | None = None) -> dict[tuple[str, str], Summary]:
    """The grades that stand, by student and exercise; with `of` those of these students alone."""
    return {
        (student, exercise): result
        for student, results in standing_by_student(connection, of).items()
        for exercise, result in results.items()
    }


def standing_by_student(connection: Connection, of: Collection[str] | None = None) -> dict[str, dict[str, Summary]]:
    """The same by student, and then by exercise. Of who has no result there is nothing."""
    return {
        student: standing_of(one.result for one in some)
        for student, some in groupby(record(connection, of), lambda one: one.student)
    }


def standing_of(results: Iterable[Summary]) -> dict[str, Summary]:
    """Of one student's results, oldest first, those that stand, by exercise."""
    found: dict[str, Summary] = {}
    for one in results:
        if stands(one, found.get(one.exercise)):
            found[one.exercise] = one
    return found


def stands(new: Summary, old: Summary | None) -> bool:
    """Whether a result counts from now on, where another one counted before."""
    if old is None or is_answer(new.status):
        return True
    # What could not be read, or was not begun, replaces no answer; our fault takes nothing from anybody, nor gives.
    return not is_answer(old.status) and not is_ours(new.status)


def record(connection: Connection, of: Collection[str] | None = None) -> Iterator[Published]:
    """Every grade that was ever published, by student and exercise, oldest first."""
    query = (
        select(grades.c.student, grades.c.run, *SUMMARY)
        .join(results, grades.c.result == results.c.key)
        .join(answers, results.c.answer == answers.c.key)
        .order_by(grades.c.student, grades.c.exercise, grades.c.id)
    )
    if of is not None and len(of) <= 500:  # more names than that: reading all is no slower
        query = query.where(grades.c.student.in_(sorted(of)))
    for row in connection.execute(query.execution_options(yield_per=2000)):
        if of is None or row.student in of:
            yield Published(row.student, row.run, summary(row))


def publish(connection: Connection, run: Run, entries: Iterable[Entry], changed: Collection[tuple[str, str]]) -> int:
    """Write a run with the grades that are other ones than before: those at `changed`, by student and exercise. Returns
    its number."""
    listed = list(entries)
    _know(connection, [one.student for one in listed])
    row = run._asdict() | {"exercises": " ".join(run.exercises)}
    number: int = connection.execute(insert(runs).values(**row).returning(runs.c.id)).scalar_one()
    _keep_hand_ins(connection, number, run.exercises, [one for one in listed if one.digest])
    graded = [
        {"run": number, "student": one.student.id, "exercise": exercise, "result": result.key}
        for one in listed
        for exercise, result in one.results.items()
        if (one.student.id, exercise) in changed
    ]
    if graded:
        connection.execute(insert(grades), graded)
    return number


def _keep_hand_ins(connection: Connection, number: int, exercises: Sequence[str], some: Iterable[Entry]) -> None:
    """Those that are others than before. Of the same hand-in a newer grader may say something else, and a run may ask for
    other exercises: that is no new one."""
    newest = {row.student: row for row in connection.execute(select(hand_ins).order_by(hand_ins.c.id))}
    new, said = [], []
    for one in some:
        before, notes = newest.get(plain(one.student.id)), json.dumps(one.notes)
        same = (plain(one.name), one.digest, plain(one.problem.en))
        if before is None or (before.name, before.digest, before.problem_en) != same:
            new.append(
                {"run": number, "student": one.student.id, "name": one.name, "digest": one.digest, "at": one.at, "late": one.late,
                 "problem_en": one.problem.en, "problem_ja": one.problem.ja, "notes": notes, "exercises": " ".join(exercises)}
            )  # fmt: skip
            continue
        asked = " ".join(dict.fromkeys([*before.exercises.split(), *exercises]))
        if (before.notes, before.exercises) != (notes, asked):
            said.append({"its_id": before.id, "said": notes, "asked": asked})
    if new:
        connection.execute(insert(hand_ins), new)
    if said:
        saying = update(hand_ins).where(hand_ins.c.id == bindparam("its_id"))
        connection.execute(saying.values(notes=bindparam("said"), exercises=bindparam("asked")), said)


def _know(connection: Connection, some: Iterable[Student]) -> None:
    """Write down who they are: what a roster says now is newer than what is there."""
    known = {one.id: one for one in everybody(connection)}
    new = [one._asdict() for one in some if one.id not in known]
    if new:
        connection.execute(insert(students), new)
    for one in some:
        old = known.get(one.id)
        if old is not None and old != one and any(one[1:]):
            said = {name: value for name, value in one._asdict().items() if value}
            connection.execute(students.update().where(students.c.id == one.id).values(**said))


def everybody(connection: Connection) -> tuple[Student, ...]:
    """All students, by id."""
    return tuple(Student(*row) for row in connection.execute(select(students).order_by(students.c.id)))


def otherwise_known(connection: Connection, some: Iterable[Student]) -> dict[str, str]:
    """Of these, by id: who is here under another id, which none of them has, with the same e-mail address or the same number
    at the learning platform."""
    new = {one.id: one for one in some}
    known = {
        mark: one.id for one in everybody(connection) if one.id not in new for mark in (one.lms_id, one.email) if mark
    }
    return {one.id: known[mark] for one in new.values() for mark in (one.lms_id, one.email) if mark in known}


def counting(connection: Connection) -> tuple[str, ...]:
    """Ids of the exercises that count: those of the newest run. Empty before the first."""
    newest = connection.execute(select(runs.c.exercises).order_by(runs.c.id.desc()).limit(1)).scalar()
    return tuple(newest.split()) if newest is not None else ()


def points_of(connection: Connection) -> dict[str, float]:
    """The points that could be had in every exercise that has a grade, by id."""
    most = (
        select(grades.c.exercise, func.max(results.c.max_score))
        .join(results, grades.c.result == results.c.key)
        .group_by(grades.c.exercise)
    )
    return {row[0]: row[1] for row in connection.execute(most)}


class HandedIn(NamedTuple):
    """The newest hand-in of a student: `problem` says why none of it could be read, if so, and `notes` what else is said."""

    student: str
    name: str
    at: str
    late: bool
    problem: Text
    notes: tuple[Text, ...] = ()


def handed_in(connection: Connection, exercises: Collection[str] | None = None) -> dict[str, HandedIn]:
    """The newest hand-in of every student who handed in anything; with `exercises` to a run that asked for one of these."""
    return {
        row.student: HandedIn(
            student=row.student,
            name=row.name,
            at=row.at,
            late=row.late,
            problem=Text(row.problem_en, row.problem_ja),
            notes=tuple(Text(*one) for one in json.loads(row.notes)),
        )
        for row in connection.execute(select(hand_ins).order_by(hand_ins.c.id))
        if exercises is None or not set(exercises).isdisjoint(row.exercises.split())
    }


def late_hand_ins(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Students whose newest hand-in the platform marked as late, and the exercises that its run asked for."""
    query = select(hand_ins.c.student, hand_ins.c.late, runs.c.exercises).join(runs, hand_ins.c.run == runs.c.id)
    newest = {row.student: row for row in connection.execute(query.order_by(hand_ins.c.id))}
    return {student: tuple(row.exercises.split()) for student, row in newest.items() if row.late}


def runs_of(connection: Connection, numbers: Collection[int]) -> dict[int, Run]:
    """Runs by number."""
    found = connection.execute(select(runs).where(runs.c.id.in_(sorted(numbers))))
    return {
        row.id: Run(
            at=row.at,
            author=row.author,
            course=row.course,
            source=row.source,
            exercises=tuple(row.exercises.split()),
            seed=row.seed,
            environment=row.environment,
        )
        for row in found
    }


def secret(connection: Connection) -> str:
    """What this gradebook alone knows; an anonymous report's order comes from it."""
    return str(connection.execute(select(secrets.c.value).where(secrets.c.name == "order")).scalar_one())


# --- adjustments ------------------------------------------------------------------------------------------


def adjust(connection: Connection, adjustment: Adjustment, take_back: bool = False) -> None:
    """Write an adjustment, or that what was adjusted so counts no longer."""
    row = adjustment._asdict() | {"value": None if take_back else adjustment.value}
    connection.execute(insert(adjustments).values(**row))


def in_force(connection: Connection) -> tuple[Adjustment, ...]:
    """The adjustments that count, by student and exercise."""
    newest = select(func.max(adjustments.c.id)).group_by(
        adjustments.c.student, adjustments.c.exercise, adjustments.c.kind
    )
    query = select(adjustments).where(adjustments.c.id.in_(newest), adjustments.c.value.is_not(None))
    ordered = query.order_by(adjustments.c.student, adjustments.c.exercise, adjustments.c.kind)
    return tuple(_adjustment(row) for row in connection.execute(ordered))


class Decision(NamedTuple):
    """One line of the record of adjustments; with `taken_back` its older ones count no longer."""

    adjustment: Adjustment
    taken_back: bool


def decisions(connection: Connection, student: str) -> tuple[Decision, ...]:
    """Everything that was ever adjusted for a student, oldest first."""
    query = select(adjustments).where(adjustments.c.student == student).order_by(adjustments.c.id)
    return tuple(Decision(_adjustment(row), row.value is None) for row in connection.execute(query))


def _adjustment(row: object) -> Adjustment:
    found = cast("dict[str, object]", row._mapping)  # type: ignore[attr-defined]
    return Adjustment(
        student=str(found["student"]), exercise=str(found["exercise"]), kind=cast("AdjustmentKind", found["kind"]),
        value=cast("float", found["value"] or 0.0), reason=str(found["reason"]), author=str(found["author"]), at=str(found["at"]),
    )  # fmt: skip
