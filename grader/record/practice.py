"""A learner's own grading: what has not changed is remembered, the rest is graded and remembered.

Only here does the line that `pipeline.py` draws have a memory. A teacher's grading of other people's answers
(`--submission`) has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from grader.judge.score import run_result, weakest
from grader.model import Course, Exercise, ExerciseResult, RunResult, Submission
from grader.record.fingerprint import result_key
from grader.words import text

if TYPE_CHECKING:
    from grader.checks.oracle import Oracle
    from grader.record.store import Remembered
    from grader.sandbox.host import Sandbox


class Memory(Protocol):
    """What is asked of a `Store` here."""

    def recall(self, keys: Mapping[str, str]) -> dict[str, Remembered]: ...

    def remember(self, keys: Mapping[str, str], results: Iterable[ExerciseResult], sandbox: str) -> None: ...


def practise(
    course: Course,
    exercises: tuple[Exercise, ...],
    submission: Submission,
    store: Memory,
    sandbox: Callable[[], Sandbox],
    seed: int = 0,
    fresh: bool = False,
    oracle_of: Callable[[Course, Exercise, int], Oracle] | None = None,
) -> RunResult:
    """Grade `exercises` of a workspace: with `fresh` all of them, else those whose result is not known already.

    `sandbox` opens one; it is called only if something has to be run. `oracle_of` gives one that was kept; without it
    each is made anew. Raises SandboxError.
    """
    keys = _keys(course, exercises, submission, seed)
    known: Mapping[str, Remembered] = {} if fresh else store.recall(keys)
    rest = tuple(one for one in exercises if one.id not in known)
    levels = {remembered.sandbox for remembered in known.values()}
    graded: dict[str, ExerciseResult] = {}
    if rest:
        from grader.checks.oracle import Oracle  # numpy, which nothing else here needs
        from grader.pipeline import grade

        run = grade(course, rest, submission, sandbox(), seed, oracle_of or Oracle)
        store.remember(keys, run.exercises, run.sandbox)
        levels.add(run.sandbox)
        graded = {one.id: one for one in run.exercises}
    results = tuple(
        _found(graded[one.id] if one.id in graded else _again(known[one.id], submission)) for one in exercises
    )
    return run_result(course, submission, seed, weakest(levels), results)


def _found(result: ExerciseResult) -> ExerciseResult:
    """Where the workspace once held a stub and holds nothing now, that can be mended."""
    if result.status != "missing" or result.answer is not None:
        return result
    gone = text(
        "{exercise} is not in this workspace any more; `grade reset {exercise}` puts the stub back.", exercise=result.id
    )
    return result._replace(message=gone)


def remembered(course: Course, submission: Submission, store: Memory) -> dict[str, ExerciseResult]:
    """The results that are known without grading anything, by exercise."""
    known = store.recall(_keys(course, course.exercises, submission, seed=0))
    return {id_: _again(one, submission) for id_, one in known.items()}


def _keys(course: Course, exercises: tuple[Exercise, ...], submission: Submission, seed: int) -> dict[str, str]:
    return {one.id: result_key(course, one, submission.answer(one.id), seed) for one in exercises}


def _again(remembered: Remembered, submission: Submission) -> ExerciseResult:
    """As it was when it was graded; the answer itself is not kept, for it is at hand."""
    return remembered.result._replace(answer=submission.answer(remembered.result.id))
