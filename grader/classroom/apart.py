"""One hand-in of somebody else's, read and graded in a process of its own: one that an answer keeps busy can be ended, and
nothing but that answer is lost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.classroom.batch import Brief, Question, Verdict, grade_batch, load_batch
from grader.classroom.workers import Workers
from grader.errors import SubmissionError
from grader.judge.score import not_graded, run_result, weakest
from grader.model import Course, Exercise, ExerciseResult, RunResult, Submission
from grader.words import text


def load_apart(workers: Workers, brief: Brief, path: Path) -> Submission:
    """What lies at `path`. Raises SubmissionError if nothing of it can be read."""
    [(_, loaded)] = workers.map(load_batch, brief, [[path]])
    if loaded is None:
        raise SubmissionError(text("{path}: the process that read it took too long, or died.", path=path))
    return loaded


def grade_apart(
    workers: Workers, brief: Brief, course: Course, exercises: Sequence[Exercise], submission: Submission
) -> RunResult:
    """As `pipeline.grade`. Who has no time left for an exercise gets no verdict on it. Raises SandboxError, Unconfined."""
    until = time.monotonic() + course.hand_in_seconds

    def questions() -> Iterator[list[Question]]:
        for exercise in exercises:
            if time.monotonic() < until:
                yield [Question(exercise.id, submission.answer(exercise.id))]

    verdicts = {asked.exercise: verdict for asked, verdict in patiently(workers, brief, questions(), apart=True)}
    results = tuple(_result(course, one, submission, verdicts) for one in exercises)
    level = weakest({one.sandbox for one in verdicts.values() if one is not None})
    return run_result(course, submission, brief.seed, level, results)


def patiently(
    workers: Workers, brief: Brief, batches: Iterable[Sequence[Question]], apart: bool = False
) -> Iterator[tuple[Question, Verdict | None]]:
    """Each question with its verdict. What stalled is asked again with nothing beside it, before it costs a point."""
    again: list[list[Question]] = []
    for question, verdict in workers.map(grade_batch, brief, batches, apart):
        if verdict is not None and verdict.stalled:
            again.append([question])
        else:
            yield question, verdict
    yield from workers.map(grade_batch, brief, again, apart=True)


def lost(exercise: Exercise) -> ExerciseResult:
    """The result of an answer that took every process with it that it was given to."""
    return not_graded(exercise, None, text("the grader took too long over this answer, or died"))


def _result(
    course: Course, exercise: Exercise, submission: Submission, verdicts: dict[str, Verdict | None]
) -> ExerciseResult:
    answer = submission.answer(exercise.id)
    if exercise.id not in verdicts:
        said = text("the {seconds} seconds of a hand-in were over", seconds=f"{course.hand_in_seconds:g}")
        return not_graded(exercise, answer, said)
    verdict = verdicts[exercise.id]
    return (lost(exercise) if verdict is None else verdict.result)._replace(answer=answer)
