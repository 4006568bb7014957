"""Points and statuses: what checks add up to, and exercises."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader import __version__
from grader.judge.score import course_at_fault, exercise_result, exercise_status, not_graded, run_result, weakest
from grader.model import (
    NOTHING,
    CheckResult,
    Course,
    Diagnosis,
    Exercise,
    ExerciseResult,
    Status,
    Submission,
    Text,
    file_answer,
    same,
)

EXERCISE = Exercise(
    id="relu", unit="02_x", title=Text("ReLU", "れる"), points=5.0, symbols=("relu",), aliases={}, requires=(), hints=(), sources=(),
    wall_seconds=14.0, seconds=2.0, open_ended=False, folder=Path("a"), solution=None,
)  # fmt: skip
ANSWER = file_answer("relu.py", "x = 1")
DIAGNOSIS = Diagnosis("sign", "mistake", 1.0, same("a sign"), same("which?"))


def check(status: Status, points: float = 2.0, score: float = 0.0, message: str = "") -> CheckResult:
    return CheckResult(f"c{status}", same("a check"), False, status, score, points, same(message), 0.5)


def result(*checks: CheckResult, message: Text = NOTHING) -> ExerciseResult:
    return exercise_result(EXERCISE, ANSWER, checks, (DIAGNOSIS,), 1.5, message, (same("a note"),))


def test_an_exercise_is_the_sum_of_its_checks() -> None:
    checks = (check("passed", 2.0, 2.0, "fine"), check("failed", 3.0, 0.5, "wrong"), check("timeout", 1.0, 0.0, "slow"))

    found = result(*checks)

    assert found == ExerciseResult(
        id="relu", unit="02_x", title=Text("ReLU", "れる"), status="failed", score=2.5, max_score=6.0, duration_s=1.5,
        message=same("wrong"), notes=(same("a note"),), checks=checks, diagnoses=(DIAGNOSIS,), answer=ANSWER,
    )  # fmt: skip


def test_a_message_of_its_own_goes_before_the_first_failed_check() -> None:
    assert result(check("failed", message="wrong"), message=same("own")).message == same("own")


def test_where_all_passed_nothing_is_said() -> None:
    assert result(check("passed", score=2.0, message="fine")).message == NOTHING


def test_a_stretch_that_failed_is_not_what_is_said() -> None:
    assert result(check("passed", score=2.0), check("failed", 0.0, message="beyond")).message == NOTHING


@pytest.mark.parametrize(
    ("checks", "status"),
    [
        ((check("passed"), check("passed")), "passed"),
        ((check("passed"), check("failed", 0.0)), "passed"),
        ((check("failed", 0.0), check("passed")), "passed"),
        ((check("passed"), check("failed")), "failed"),
        ((check("timeout"), check("timeout")), "timeout"),
        ((check("timeout"), check("error")), "failed"),
        ((check("passed"), check("error")), "failed"),
        ((), "failed"),
        ((check("passed", 0.0),), "failed"),
    ],
)
def test_the_status_is_that_of_all_checks_that_carry_points(checks: tuple[CheckResult, ...], status: Status) -> None:
    assert exercise_status(checks) == status


def test_a_run_is_the_sum_of_its_exercises() -> None:
    course = Course("id", same("A course"), {}, Path("c"), (EXERCISE,), "secret", "full")
    results = (result(check("passed", 2.0, 2.0)), result(check("failed", 3.0, 0.5)))

    found = run_result(course, Submission("mine.zip", {}, notes=(same("mended"),)), 7, "isolated", results)

    assert found == (__version__, "id", "mine.zip", 7, "isolated", 2.5, 5.0, results, (same("mended"),))


@pytest.mark.parametrize(
    ("levels", "least"),
    [
        (["isolated"], "isolated"),
        (["isolated", "confined"], "confined"),
        (["confined", "process", "isolated"], "process"),
        ([], "process"),
    ],
)
def test_confinement_is_as_good_as_where_it_was_weakest(levels: list[str], least: str) -> None:
    assert weakest(levels) == least


def test_a_fault_of_the_course_counts_for_nobody() -> None:
    assert course_at_fault(EXERCISE, ANSWER, same("a bug")) == ExerciseResult(
        id="relu", unit="02_x", title=Text("ReLU", "れる"), status="grader_error", score=0.0, max_score=0.0, duration_s=0.0,
        message=same("a bug"), notes=(), checks=(), diagnoses=(), answer=ANSWER,
    )  # fmt: skip


def test_a_fault_over_one_answer_excuses_nobody_and_asks_for_a_person() -> None:
    result = not_graded(EXERCISE, ANSWER, same("a bug"))

    assert (result.status, result.score, result.max_score) == ("grader_error", 0.0, EXERCISE.points)
    assert result.message.en == "a bug. It is not judged: it counts nothing until a person has looked at it."
