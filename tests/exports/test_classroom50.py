"""Classroom 50's result.json: whole numbers that add up, and nobody's share changed by making them whole."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from grader.exports.classroom50 import Delivery, result, units
from grader.model import RunResult
from tests.exports.sample import check, exercise, mixed_run, run

DELIVERY = Delivery(
    "cs", "hw1", "ksato", "submit/1", "https://x/commit/1", "https://x/releases/1", "https://x/commit/1",
    "2026-11-21T05:02:11Z",
)  # fmt: skip


def parts_of(graded: RunResult) -> int:
    return units(check.max_score for exercise in graded.exercises for check in exercise.checks)


def test_it_has_the_fields_of_the_schema_and_whole_numbers_that_add_up() -> None:
    made = json.loads(json.dumps(result(mixed_run(), DELIVERY, "en", parts_of(mixed_run()))))

    assert set(made) == {
        "schema", "classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review",
        "datetime", "score", "max-score", "tests",
    }  # fmt: skip
    assert made["schema"] == "classroom50/result/v1" and made["assignment_type"] == "individual"
    for test in made["tests"]:
        assert {"test-name", "passed", "score", "max-score"} <= set(test)
        assert type(test["score"]) is type(test["max-score"]) is int and type(test["passed"]) is bool
    for key in ("score", "max-score"):
        assert type(made[key]) is int and made[key] == sum(test[key] for test in made["tests"])


@pytest.mark.parametrize(
    ("points", "parts"), [([1, 2, 3], 1), ([0.5, 1.5, 2], 2), ([0.5, 1 / 3], 6), ([0.1] * 10, 10), ([2.25], 4), ([], 1)]
)
def test_a_point_is_cut_into_as_few_parts_as_make_everything_whole(points: list[float], parts: int) -> None:
    assert units(points) == parts


@pytest.mark.parametrize("passed", range(8))
def test_halves_and_thirds_keep_everybodys_share(passed: int) -> None:
    worth = [Fraction(1, 2), Fraction(1, 3), Fraction(5, 2)]
    states = ["passed" if passed >> index & 1 else "failed" for index in range(3)]
    checks = [check(f"c{n}", state, float(points)) for n, (state, points) in enumerate(zip(states, worth, strict=True))]  # type: ignore[arg-type]
    graded = run(exercise("e", checks))

    made = result(graded, DELIVERY, "en", parts_of(graded))

    got = sum((points for points, state in zip(worth, states, strict=True) if state == "passed"), Fraction(0))
    assert Fraction(made["score"], made["max-score"]) == got / sum(worth)


def test_in_a_class_the_parts_are_the_courses_where_the_grader_failed_too() -> None:
    whole = run(exercise("a", [check("x", points=2.0)], "passed"), exercise("b", [], "grader_error"))

    assert result(whole, DELIVERY, "en", units([2.0, 0.5]))["max-score"] == 4  # b has half points, for everybody


def test_nothing_of_a_hidden_check_but_its_message() -> None:
    made = result(mixed_run(), DELIVERY, "en", 2)

    assert "0.123456789" not in json.dumps(made)
    assert [test["message"] for test in made["tests"]][2] == "the values are wrong."
