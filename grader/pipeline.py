"""The straight line: discover → load → run → compare → diagnose → score → record → report.

`cli/` finds the course and loads the submission, this file runs the rest, `reports/` shows it. In a learner's own
workspace `record/practice.py` stands before it, which grades only what has changed.
"""

from __future__ import annotations

from collections.abc import Callable

from grader.checks.oracle import Oracle
from grader.errors import CourseError, SandboxError, Stalled, Unconfined
from grader.judge.judge import judge, judge_alone
from grader.judge.score import course_at_fault, not_graded, run_result
from grader.lacking import is_lack, lack
from grader.model import Course, Exercise, ExerciseResult, RunResult, Submission
from grader.sandbox.host import Sandbox
from grader.words import text


def grade(
    course: Course,
    exercises: tuple[Exercise, ...],
    submission: Submission,
    sandbox: Sandbox,
    seed: int = 0,
    oracle_of: Callable[[Course, Exercise, int], Oracle] = Oracle,
) -> RunResult:
    """Grade a submission on `exercises`. One exercise's trouble, whoever's fault, never touches another.

    `oracle_of`: who grades the same exercise again and again keeps its oracle.
    """
    results = tuple(grade_exercise(course, exercise, submission, sandbox, seed, oracle_of) for exercise in exercises)
    return run_result(course, submission, seed, sandbox.means.level, results)


def grade_exercise(
    course: Course,
    exercise: Exercise,
    submission: Submission,
    sandbox: Sandbox,
    seed: int,
    oracle_of: Callable[[Course, Exercise, int], Oracle] = Oracle,
    alone: bool = True,
) -> ExerciseResult:
    """Grade one exercise of a submission. `alone`: nothing else is graded beside it; else it raises Stalled for what is to be
    asked again when that is so. Raises Unconfined."""
    answer = submission.answer(exercise.id)
    try:
        judged = judge_alone if alone else judge
        return judged(exercise, answer, oracle_of(course, exercise, seed), sandbox, course.disclosure)
    except (Stalled, Unconfined):  # whoever called decides; the second holds for all exercises alike
        raise
    except CourseError as error:  # it holds for everybody alike
        message = text("the grader failed here; this is not your fault and costs no points: {said}", said=error)
        return course_at_fault(exercise, answer, message)
    except Exception as error:  # a fault of ours must not touch the other exercises
        said = str(error) if isinstance(error, SandboxError) else f"{type(error).__name__}: {error}"
        wanting = lack(said) if isinstance(error, SandboxError) or is_lack(error) else None
        return not_graded(exercise, answer, wanting or text("the grader failed on this answer: {said}", said=said))
