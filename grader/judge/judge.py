"""One answer against one exercise: run every check, see what is wrong and why, and put it into words."""

from __future__ import annotations

import time
from collections.abc import Sequence

from grader.checks.difference import difference
from grader.checks.oracle import Oracle
from grader.diagnose import Seen, diagnose, usual_meanings
from grader.errors import AnswerError, CourseError, Fault, SandboxError
from grader.judge.explain import check_result, explain_stop, unscored, warning_notes
from grader.judge.run import Ran, prepare, run_check
from grader.judge.score import exercise_result
from grader.model import NOTHING, Answer, Check, Diagnosis, Disclosure, Exercise, ExerciseResult, Status, Text
from grader.sandbox.host import Sandbox
from grader.submission.load import is_untouched
from grader.words import text

# A check that loops costs its full limit once; the same answer's later checks get less, which is still
# many times what a right answer needs.
SECONDS_AFTER_A_TIMEOUT = 1.0
_LOST = text("the mistake could not be looked into")
LOST = _LOST.en


def judge(
    exercise: Exercise, answer: Answer | None, oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure
) -> ExerciseResult:
    """Grade one answer. Raises CourseError or SandboxError for what is not the student's doing."""
    begun = time.monotonic()

    def all_checks(
        status: Status,
        message: Text,
        line: int | None = None,
        notes: tuple[Text, ...] = (),
        diagnoses: tuple[Diagnosis, ...] = (),
    ) -> ExerciseResult:
        checks = tuple(unscored(check, status, message, line) for check in oracle.checks)
        return exercise_result(exercise, answer, checks, diagnoses, time.monotonic() - begun, message, notes)

    def stopped(stop: AnswerError | Fault, answer: Answer, notes: tuple[Text, ...]) -> ExerciseResult:
        status, message, line = explain_stop(stop, answer)
        return all_checks(status, message, line, notes, usual_meanings([stop]))

    if answer is None:
        return absent(exercise, oracle.checks)
    if answer.problem:
        return all_checks("invalid", answer.problem, None, answer.notes)
    if is_untouched(answer, exercise):
        return all_checks("not_started", text("not started yet."), None, answer.notes)
    for check in oracle.checks:
        oracle.expect(check)  # on the grader's time, and in a cold start while the sandbox is still coming up
    prepared = prepare(exercise, answer, sandbox)
    if isinstance(prepared, AnswerError | Fault):
        return stopped(prepared, answer, answer.notes)
    code, notes = prepared
    ran: list[Ran] = []
    seconds = exercise.seconds
    for check in oracle.checks:
        one = run_check(check, oracle, sandbox, answer, code, seconds)
        if isinstance(one, AnswerError | Fault):  # at import: every further check would end alike
            return stopped(one, answer, notes)
        ran.append(one)
        if one.failure and one.failure.fault and one.failure.fault.status == "timeout":
            seconds = min(seconds, SECONDS_AFTER_A_TIMEOUT)
    results = tuple(check_result(one, answer, disclosure) for one in ran)
    # An answer can put what it saw into a result or an exception: of a hidden check of a course only the words of
    # known mistakes may be said, which are the course's own, and with `none` not even those.
    told = [one for one in ran if disclosure == "full" or not one.check.hidden]
    basis = told if disclosure == "none" else ran
    diagnoses: list[Diagnosis] = []
    wrong = next((one for one in told if one.wrong and one.check.points), None)
    try:
        diagnoses = diagnose(oracle, _seen(basis), _seen(told), [one.three_way for one in told if one.three_way])
        if wrong and not any(one.kind == "mistake" for one in diagnoses):
            diagnoses = [*_unsteady(wrong, oracle, sandbox, answer, code), *diagnoses]
    except (CourseError, SandboxError):
        raise
    except Exception as bug:  # an explanation that fails must not take the verdict with it, nor go unseen
        said = f"{type(bug).__name__}: {bug}"
        notes += (text("{lost}: a bug in gradkata ({said}). The verdict stands.", lost=_LOST, said=said),)
    notes += warning_notes(told, answer)
    return exercise_result(exercise, answer, results, tuple(diagnoses), time.monotonic() - begun, NOTHING, notes)


def absent(exercise: Exercise, checks: Sequence[Check]) -> ExerciseResult:
    """The result of an exercise to which there is no answer."""
    message = text("no answer: {exercise}.py was not found.", exercise=exercise.id)
    unmet = tuple(unscored(check, "missing", message, None) for check in checks)
    return exercise_result(exercise, None, unmet, (), 0.0, message, ())


def _seen(ran: list[Ran]) -> dict[str, Seen]:
    return {one.check.id: Seen(one.observations, bool(one.wrong)) for one in ran}


def _unsteady(wrong: Ran, oracle: Oracle, sandbox: Sandbox, answer: Answer, code: bytes) -> list[Diagnosis]:
    """Whether the same check gives something else when it is run again."""
    again = run_check(wrong.check, oracle, sandbox, answer, code, SECONDS_AFTER_A_TIMEOUT, explain=False)
    if not isinstance(again, Ran) or any(one.fault for one in (*again.observations, *wrong.observations)):
        return []
    pairs = zip(wrong.observations, again.observations, strict=False)
    if all(difference(one, other, wrong.check.rtol) is None for one, other in pairs):
        return []
    return [
        Diagnosis(
            "not-reproducible",
            "structure",
            1.0,
            text("the same call gives another result each time: something random, or left over, is used."),
            text("Where does a random number, np.empty or a global variable come in?"),
        )
    ]
