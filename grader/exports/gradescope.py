"""Gradescope: `results/results.json` of an autograder.

Source: Gradescope's autograder specifications (gradescope-autograders.readthedocs.io): of *Output format*, that the `score` of
the whole is "optional, but required if not on each test case", and without it the scores of the tests are added up; of
*Troubleshooting*, that a file which is not valid is shown as "The autograder failed to execute correctly".

So where the grader failed, there is no score: neither of the whole nor of any test, and no list of tests whose sum would be 0.
A number would be taken for what the answer is worth, and the platform cannot leave an exercise out of a total. What there is
is the reason, in `output`; whether Gradescope shows it or its own error, a person sees that nothing was graded, and the same
submission is graded again when the grader is mended. What the submission itself is to blame for, an archive that is damaged,
has its 0.

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
        said = [_not_graded(result, lang)]
        return _failed(0.0, said) if result.ours else _document(0.0, 0.0, said, [])
    seconds = sum(exercise.duration_s for exercise in result.exercises)
    statuses = [one.status for one in result.exercises] + [
        one.status for each in result.exercises for one in each.checks
    ]
    if any(map(is_ours, statuses)):
        return _failed(seconds, [_ours(lang), *_output(result, lang)])
    tests = [
        _test(exercise, check, f"{one}.{two}", lang)
        for one, exercise in enumerate(result.exercises, 1)
        for two, check in enumerate(exercise.checks, 1)
    ]
    return _document(result.score, seconds, list(_output(result, lang)), tests)


def _document(score: float, seconds: float, output: list[str], tests: list[dict[str, Any]]) -> dict[str, Any]:
    return {"score": float(score), **_frame(seconds, output, grader_failed=False), "tests": tests}


def _failed(seconds: float, output: list[str]) -> dict[str, Any]:
    """What a person sees where the grader failed; it is worth no number."""
    return _frame(seconds, output, grader_failed=True)


def _frame(seconds: float, output: list[str], grader_failed: bool) -> dict[str, Any]:
    return {
        "execution_time": round(seconds, 3),
        "output": "\n\n".join(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"grader_failed": grader_failed},
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


def _ours(lang: Language) -> str:
    return text("the grader failed, which is not your fault, so there is no score; tell your instructor.").in_(lang)


def _not_graded(result: NoResult, lang: Language) -> str:
    why = clean(result.why.in_(lang))
    if result.ours:
        return text("the grader failed, which is not your fault; tell your instructor. {why}", why=why).in_(lang)
    return text("nothing could be graded: {why}", why=why).in_(lang)
