"""Gradescope: `results/results.json` of an autograder.

Source: Gradescope's autograder specifications. It must be there and valid whatever happened, also after a crash.

Every test is `visible`. One test of another visibility would hide the *total* from the student, and there is nothing to hide:
of a hidden check of ours the inputs are secret, not that it exists, and a result says no more about it than the course
allows. What the grading program itself prints is hidden. All texts are `text`: a page shows them as they are, so nothing
that a student wrote can become HTML, Markdown or a colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grader.exports.messages import NoResult, account, is_stretch, remarks, title
from grader.model import CheckResult, ExerciseResult, Language, RunResult
from grader.status import is_ours
from grader.words import text
from reports.escape import clean, clean_line


def results(result: RunResult | NoResult, lang: Language) -> dict[str, Any]:
    """The document for one submission; of one that was not graded, why."""
    if isinstance(result, NoResult):
        return _document(0.0, 0.0, [_not_graded(result, lang)], [], grader_failed=result.ours)
    tests = [
        _test(exercise, check, f"{one}.{two}", lang)
        for one, exercise in enumerate(result.exercises, 1)
        for two, check in enumerate(exercise.checks, 1)
    ]
    failed = any(is_ours(exercise.status) for exercise in result.exercises)
    seconds = sum(exercise.duration_s for exercise in result.exercises)
    return _document(result.score, seconds, list(_output(result, lang)), tests, failed)


def _document(
    score: float, seconds: float, output: list[str], tests: list[dict[str, Any]], grader_failed: bool
) -> dict[str, Any]:
    return {
        "score": float(score),
        "execution_time": round(seconds, 3),
        "output": "\n\n".join(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"grader_failed": grader_failed},
        "tests": tests,
    }


def _test(exercise: ExerciseResult, check: CheckResult, number: str, lang: Language) -> dict[str, Any]:
    stretch = text(" (stretch, costs nothing)").in_(lang) if is_stretch(check) else ""
    return {
        "name": f"{clean_line(exercise.title.in_(lang))}: {title(check, lang)}{stretch}",
        "number": number,
        "score": float(check.score),
        "max_score": float(check.max_score),
        "status": "passed" if check.status == "passed" else "failed",
        "output": account(check, lang),
        "tags": [exercise.unit, exercise.id, *(["hidden"] if check.hidden else [])],
        "visibility": "visible",
        "extra_data": {"check": check.id, "status": check.status},
    }


def _output(result: RunResult, lang: Language) -> Iterator[str]:
    for note in result.notes:
        yield text("note: ").in_(lang) + clean_line(note.in_(lang))
    for exercise in result.exercises:
        if sentences := remarks(exercise, lang):
            yield "\n".join([clean_line(exercise.title.in_(lang)), *sentences])


def _not_graded(result: NoResult, lang: Language) -> str:
    why = clean(result.why.in_(lang))
    if result.ours:
        return text("the grader failed, which is not your fault; tell your instructor. {why}", why=why).in_(lang)
    return text("nothing could be graded: {why}", why=why).in_(lang)
