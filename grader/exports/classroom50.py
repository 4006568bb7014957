"""Classroom 50: `result.json`, schema `classroom50/result/v1`.

Source: foundation50/classroom50, Advanced Autograding. Traps: scores are whole numbers, and those of the tests must add up
to the score; the runner checks who and what the result is about, so this comes from its environment (`Delivery`).

Points that are no whole numbers are not rounded: half a point lost here and there would depend on how an exercise is cut
into checks. All of them are multiplied by the smallest number that makes every one whole (`units`), so that a course of
half points counts in halves, 85/100 becomes 170/200, and the share is exactly the same. For a class that number comes
from the course, not from each result, so that everybody's is the same even where the grader failed at something.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from grader.exports.messages import message, remarks, title
from grader.model import CheckResult, ExerciseResult, Language, RunResult
from reports.escape import clean_line

SCHEMA = "classroom50/result/v1"
_FINEST = 1000  # the thousandth of a point is the smallest that a course may give


class Delivery(NamedTuple):
    """What the runner knows of a submission.

    Attributes:
        submission: the tag.
        commit, release, review: addresses.
        datetime: ISO 8601 in UTC, `2026-11-21T14:02:11Z`.
    """

    classroom: str
    assignment: str
    owner: str
    submission: str
    commit: str
    release: str
    review: str
    datetime: str
    assignment_type: str = "individual"


def units(points: Iterable[float]) -> int:
    """Into how many parts a point must be cut so that all these become whole numbers."""
    return lcm(*(Fraction(one).limit_denominator(_FINEST).denominator for one in points))


def result(graded: RunResult, delivery: Delivery, lang: Language, parts: int) -> dict[str, Any]:
    """The document for one submission. `parts`: into how many parts a point is cut (`units`)."""
    tests = [test for exercise in graded.exercises for test in _tests(exercise, lang, parts)]
    return {
        "schema": SCHEMA,
        **delivery._asdict(),
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }


def _tests(exercise: ExerciseResult, lang: Language, parts: int) -> list[dict[str, Any]]:
    name = clean_line(exercise.title.in_(lang))
    if exercise.checks:
        return [_test(name, check, lang, parts) for check in exercise.checks]
    why = " ".join(remarks(exercise, lang))  # the grader failed: of no points
    return [{"test-name": name, "passed": False, "score": 0, "max-score": 0, "status": exercise.status, "message": why}]


def _test(exercise: str, check: CheckResult, lang: Language, parts: int) -> dict[str, Any]:
    passed = check.status == "passed"
    return {
        "test-name": f"{exercise}: {title(check, lang)}",
        "passed": passed,
        "score": round(check.score * parts),
        "max-score": round(check.max_score * parts),
        "status": check.status,
        "message": "" if passed else message(check, lang),
    }
