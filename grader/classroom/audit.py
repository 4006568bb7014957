"""Why a student has the grade that she has: every result that ever counted, what graded it, and how to get it again."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from grader.course.stamps import exercise_key
from grader.gradebook import book, work
from grader.gradebook.book import Decision, HandedIn, Run
from grader.gradebook.records import Student
from grader.gradebook.standing import tally, worth_of
from grader.gradebook.work import Summary
from grader.model import Answer, Course, ExerciseResult
from grader.record.fingerprint import environment


class Step(NamedTuple):
    """One result, and the run that published it."""

    number: int
    run: Run
    result: Summary


class ExerciseTrail(NamedTuple):
    """
    Attributes:
        points: what counts, after adjustments; None where excused or where the grader failed.
        counting: the result that counts, in words.
        steps: all results, oldest first; one of them counts.
        changed: whether the exercise is another one by now, so that grading again may give something else.
        elsewhere: whether something else graded than would grade here.
        command: what to type to get the result again; empty for what could not be read.
    """

    exercise: str
    points: float | None
    counting: ExerciseResult
    summary: Summary
    steps: tuple[Step, ...]
    changed: bool
    elsewhere: bool
    command: str


class Trail(NamedTuple):
    """Everything about a student, or about one exercise of hers.

    Attributes:
        total, most: points over the exercises that count, after adjustments.
        unanswered: ids of exercises that count and have no result, and what they are worth.
    """

    student: Student
    total: float
    most: float
    handed_in: HandedIn | None
    exercises: tuple[ExerciseTrail, ...]
    unanswered: tuple[tuple[str, float], ...]
    decisions: tuple[Decision, ...]


def trail(
    connection: Connection,
    course: Course,
    student: str,
    exercise: str = "",
    save: Path | None = None,
    where: Path | None = None,
) -> Trail:
    """The trail of a student. `save`: a folder to write the answers to, as they were graded; `where`: the folder of the
    course, if a command must name it."""
    steps: dict[str, list[Step]] = {}
    graded = list(book.record(connection, {student}))
    standing = book.standing_of(one.result for one in graded)
    runs = book.runs_of(connection, {one.run for one in graded})
    for one in graded:
        steps.setdefault(one.result.exercise, []).append(Step(one.run, runs[one.run], one.result))
    order = {one.id: place for place, one in enumerate(course.exercises)}
    counting = book.counting(connection)
    ids = sorted({*counting, *standing}, key=lambda id_: (order.get(id_, len(order)), id_))
    worth = worth_of(connection, course, ids)
    counts = tally(connection, course, counting, {student: standing})
    each = dict(zip(ids, tally(connection, course, ids, {student: standing}).score[0].tolist(), strict=True))
    asked = [id_ for id_ in ids if exercise in ("", id_)]
    exercises = tuple(
        _exercise(connection, course, id_, each[id_], standing[id_], steps[id_], save, where)
        for id_ in asked
        if id_ in standing
    )
    unanswered = tuple((id_, worth[id_]) for id_ in asked if id_ not in standing)
    decisions = tuple(
        one
        for one in book.decisions(connection, student)
        if exercise in ("", one.adjustment.exercise) or not one.adjustment.exercise
    )
    who = next(one for one in book.everybody(connection) if one.id == student)
    return Trail(
        student=who,
        total=float(counts.total[0]),
        most=float(counts.most[0]),
        handed_in=book.handed_in(connection).get(student),
        exercises=exercises,
        unanswered=unanswered,
        decisions=decisions,
    )


def _exercise(
    connection: Connection,
    course: Course,
    id_: str,
    points: float,
    counting: Summary,
    steps: list[Step],
    save: Path | None,
    where: Path | None,
) -> ExerciseTrail:
    result = work.detail(connection, counting.key)
    exercise = next((one for one in course.exercises if one.id == id_), None)
    changed = exercise is None or exercise_key(course, exercise, counting.seed) != counting.exercise_key
    assert result.answer is not None
    if result.answer.problem:
        save = None  # there is nothing to write, and nothing to grade again
    file = (save or Path("answers")) / f"{id_}{'.py' if len(result.answer.cells) == 1 else '.ipynb'}"
    if save is not None:
        save.mkdir(parents=True, exist_ok=True)
        file.write_text(_source(result.answer), encoding="utf-8", errors="surrogatepass", newline="\n")
    words = ["grade", id_, "--submission", str(file), "--seed", str(counting.seed)]
    words += ["--course", str(where)] if where else []
    command = "" if result.answer.problem else shlex.join(words)
    return ExerciseTrail(
        exercise=id_, points=None if np.isnan(points) else points, counting=result, summary=counting, steps=tuple(steps), changed=changed,
        elsewhere=counting.environment != environment().text, command=command,
    )  # fmt: skip


def _source(answer: Answer) -> str:
    """An answer as a file that is read as the same answer: several cells as a notebook, which writes the files that it imports."""
    if len(answer.cells) == 1:
        return answer.text
    sources = [f"%%writefile {cell.module}\n{cell.text}" if cell.module else cell.text for cell in answer.cells]
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}, indent=1)
