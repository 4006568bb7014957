"""Who gains and who loses by a run, and why, in words."""

from __future__ import annotations

import pytest

from grader.classroom.regrade import Change, Group, changes, gains_and_losses, why
from grader.gradebook.book import Entry
from grader.gradebook.records import Student
from grader.gradebook.work import Summary
from grader.model import NOTHING, Status

BEFORE = Summary(
    key="k1", take=0, exercise="relu", code="c1", exercise_key="e1", environment="numpy 1", seed=0, sandbox="isolated", status="failed",
    score=1.0, max_score=4.0, failed=("forward", "backward"), mistakes=(),
)  # fmt: skip
AFTER = BEFORE._replace(key="k2", score=3.0)


def entry(student: str, **results: Summary) -> Entry:
    return Entry(Student(student), "a.zip", "digest", "", False, NOTHING, results)


def because(before: Summary | None, after: Summary) -> str:
    return why(Change("ann", "relu", before, after)).en


# --- which grades become other ones -------------------------------------------------------------------------------


def test_a_grade_that_is_another_one_is_a_change() -> None:
    standing = {("ann", "relu"): BEFORE, ("ben", "relu"): BEFORE, ("ann", "adam"): BEFORE}

    found = changes(
        standing, [entry("ann", relu=AFTER, adam=BEFORE), entry("ben", relu=AFTER), entry("cyd", relu=AFTER)]
    )

    assert found == (
        Change("ann", "relu", BEFORE, AFTER),
        Change("ben", "relu", BEFORE, AFTER),
        Change("cyd", "relu", None, AFTER),
    )


def test_the_same_result_is_none_whatever_it_is() -> None:
    assert changes({("ann", "relu"): BEFORE}, [entry("ann", relu=BEFORE._replace(score=4.0))]) == ()


def test_who_handed_in_nothing_loses_nothing() -> None:
    assert changes({("ann", "relu"): BEFORE}, [entry("ann"), entry("ben")]) == ()


@pytest.mark.parametrize(("status", "counts"), [("passed", True), ("timeout", True), ("not_started", False), ("invalid", False), ("grader_error", False)])  # fmt: skip
def test_what_is_no_answer_replaces_none(status: Status, counts: bool) -> None:
    other = AFTER._replace(status=status)

    assert len(changes({("ann", "relu"): BEFORE}, [entry("ann", relu=other)])) == counts
    assert len(changes({}, [entry("ann", relu=other)])) == 1


# --- how much -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "gain"),
    [(BEFORE, AFTER, 2.0), (AFTER, BEFORE, -2.0), (BEFORE, BEFORE, 0.0), (None, AFTER, 0.0)],
)
def test_a_gain_is_in_points_and_a_first_grade_is_none(before: Summary | None, after: Summary, gain: float) -> None:
    assert Change("ann", "relu", before, after).gain == gain


def test_losses_come_first_and_who_changes_alike_is_together() -> None:
    less, more = BEFORE._replace(key="k3", score=0.5), AFTER._replace(exercise_key="e2")
    found = [
        Change("cyd", "relu", BEFORE, AFTER),
        Change("ann", "relu", BEFORE, AFTER),
        Change("ben", "relu", BEFORE, more),
        Change("dan", "relu", BEFORE, less),
        Change("eve", "adam", BEFORE, AFTER),
        Change("fay", "relu", AFTER, BEFORE._replace(key="k4")),
        Change("gil", "relu", None, AFTER),
        Change("hal", "relu", BEFORE, BEFORE._replace(key="k5")),
    ]

    groups = gains_and_losses(found)

    assert [(one.exercise, one.gain, one.students) for one in groups] == [
        ("relu", -2.0, ("fay",)),
        ("relu", -0.5, ("dan",)),
        ("adam", 2.0, ("eve",)),
        ("relu", 2.0, ("ann", "cyd")),
        ("relu", 2.0, ("ben",)),
    ]
    assert groups[0] == Group("relu", why(found[5]), -2.0, ("fay",))
    assert {one.why.en for one in groups if one.gain == 2.0} == {"handed in otherwise", "the exercise was changed"}


# --- why ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "handed in otherwise"),
        ({"code": "c2"}, "a new answer"),
        ({"exercise_key": "e2"}, "the exercise was changed"),
        ({"seed": 1}, "another seed"),
        ({"seed": 1, "exercise_key": "e2"}, "another seed"),
        ({"environment": "numpy 2"}, "numpy 1 became numpy 2"),
        ({"code": "c2", "seed": 1, "environment": "numpy 2"}, "a new answer; another seed; numpy 1 became numpy 2"),
        ({"code": "c2", "exercise_key": "e2"}, "a new answer; the exercise was changed"),
        ({"failed": ()}, "handed in otherwise; now passes: forward, backward"),
        ({"failed": ("backward",)}, "handed in otherwise; now passes: forward"),
        ({"failed": ("forward", "backward", "speed")}, "handed in otherwise; no longer passes: speed"),
        (
            {"exercise_key": "e2", "failed": ("speed", "memory", "forward")},
            "the exercise was changed; now passes: backward; no longer passes: speed, memory",
        ),
        ({"code": "c2", "failed": ()}, "a new answer"),
    ],
)
def test_why_a_grade_is_another_one(changed: dict[str, object], reason: str) -> None:
    assert because(BEFORE, BEFORE._replace(key="k9", **changed)) == reason  # type: ignore[arg-type]


def test_a_first_grade_has_no_other_reason() -> None:
    assert because(None, AFTER) == "first grade"


def test_reasons_are_said_in_japanese_too() -> None:
    answer = why(Change("ann", "relu", BEFORE, BEFORE._replace(code="c2")))
    seed = why(Change("ann", "relu", BEFORE, BEFORE._replace(seed=1)))

    both = why(Change("ann", "relu", BEFORE, BEFORE._replace(code="c2", seed=1)))

    assert both.ja == f"{answer.ja}、{seed.ja}" and both.ja != both.en
