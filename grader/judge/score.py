"""Points and statuses: checks into an exercise, exercises into a run."""

from __future__ import annotations

from collections.abc import Collection

from grader import __version__
from grader.model import (
    NOTHING,
    Answer,
    CheckResult,
    Course,
    Diagnosis,
    Exercise,
    ExerciseResult,
    RunResult,
    Status,
    Submission,
    Text,
)
from grader.words import text

_LEVELS = ("process", "confined", "isolated")  # of confinement, weakest first


def exercise_result(
    exercise: Exercise,
    answer: Answer | None,
    checks: tuple[CheckResult, ...],
    diagnoses: tuple[Diagnosis, ...],
    seconds: float,
    message: Text,
    notes: tuple[Text, ...],
) -> ExerciseResult:
    """Sum up one exercise. Without a `message` of its own it takes the first failed check's."""
    failed = [check for check in checks if check.status != "passed" and check.max_score]
    return ExerciseResult(
        id=exercise.id,
        unit=exercise.unit,
        title=exercise.title,
        status=exercise_status(checks),
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        duration_s=seconds,
        message=message or (failed[0].message if failed else NOTHING),
        notes=notes,
        checks=checks,
        diagnoses=diagnoses,
        answer=answer,
    )


def exercise_status(checks: tuple[CheckResult, ...]) -> Status:
    """`passed` if every check that carries points did; the checks' common status if all failed alike; else `failed`.

    A check of 0 points is a stretch: it goes beyond what is asked and decides nothing.
    """
    statuses = {check.status for check in checks if check.max_score}
    return statuses.pop() if len(statuses) == 1 else "failed"


def run_result(
    course: Course, submission: Submission, seed: int, sandbox: str, results: tuple[ExerciseResult, ...]
) -> RunResult:
    """Sum up a submission. `sandbox`: the level of confinement that was reached."""
    return RunResult(
        grader_version=__version__,
        course=course.name,
        submission=submission.name,
        seed=seed,
        sandbox=sandbox,
        score=sum(result.score for result in results),
        max_score=sum(result.max_score for result in results),
        exercises=results,
        notes=submission.notes,
    )


def weakest(levels: Collection[str]) -> str:
    """The level of confinement that holds for results that were obtained at these; where there are none, none was reached."""
    return min(levels, key=_LEVELS.index, default=_LEVELS[0])


def course_at_fault(exercise: Exercise, answer: Answer | None, message: Text) -> ExerciseResult:
    """An exercise that nobody's answer can be graded on. It counts neither for nor against anybody: of 0 points."""
    return _grader_error(exercise, answer, message, 0.0)


def not_graded(exercise: Exercise, answer: Answer | None, message: Text) -> ExerciseResult:
    """An answer on which the grader failed, and it alone. An answer may bring that about on purpose, so it does not excuse
    anybody: nothing counts of what could be had, until a person has looked at it."""
    said = text("{message}. It is not judged: it counts nothing until a person has looked at it.", message=message)
    return _grader_error(exercise, answer, said, exercise.points)


def _grader_error(exercise: Exercise, answer: Answer | None, message: Text, most: float) -> ExerciseResult:
    return ExerciseResult(
        id=exercise.id, unit=exercise.unit, title=exercise.title, status="grader_error", score=0.0, max_score=most, duration_s=0.0, message=message, notes=(), checks=(), diagnoses=(), answer=answer
    )  # fmt: skip
