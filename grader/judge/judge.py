"""One answer against one exercise: run every check, see what is wrong and why, and put it into words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grader.checks.difference import difference
from grader.checks.oracle import Oracle
from grader.diagnose import MOST, Seen, diagnose, usual_meanings
from grader.errors import AnswerError, CourseError, Fault, SandboxError, Stalled, Stop
from grader.judge.explain import check_result, explain_stop, is_open, note_text, unscored, warning_notes
from grader.judge.luck import may_draw, run_again
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, Prepared, Ran, prepare, run_check, run_checks
from grader.judge.score import exercise_result
from grader.judge.syntax_said import syntax_shown
from grader.model import NOTHING, Answer, Check, Diagnosis, Disclosure, Exercise, ExerciseResult, Status, Text
from grader.sandbox.host import Sandbox, lacks_memory
from grader.submission.load import is_untouched
from grader.words import listed, text

if TYPE_CHECKING:
    from grader.judge.counterexample import Shown


def judge(
    exercise: Exercise, answer: Answer | None, oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure
) -> ExerciseResult:
    """Grade one answer. Raises CourseError or SandboxError for what is not the student's doing, Stalled for what may not be."""
    begun = time.monotonic()
    if answer is None:
        return absent(exercise, oracle.checks)
    if answer.problem:
        return _not_run(exercise, answer, oracle.checks, "invalid", answer.problem, begun)
    if is_untouched(answer, exercise):
        return _not_run(exercise, answer, oracle.checks, "not_started", text("not started yet."), begun)
    for check in oracle.checks:
        oracle.expect(check)  # on the grader's time, and in a cold start while the sandbox is still coming up
    with sandbox.within(exercise.wall_seconds) as allowance:
        result = _judged(exercise, answer, oracle, sandbox, disclosure)
    if allowance.was_waited_for and allowance.used < exercise.seconds:
        raise Stalled(result)
    if any(one.status == "memory" for one in result.checks) and lacks_memory():
        raise SandboxError("there is less memory than an answer may use")
    return result


def judge_alone(
    exercise: Exercise, answer: Answer | None, oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure
) -> ExerciseResult:
    """As `judge`, with nothing else beside it: what stalls is asked once more, before waiting costs a point."""
    try:
        return judge(exercise, answer, oracle, sandbox, disclosure)
    except Stalled:
        pass
    try:
        return judge(exercise, answer, oracle, sandbox, disclosure)
    except Stalled as again:
        return again.result


def _judged(
    exercise: Exercise, answer: Answer, oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure
) -> ExerciseResult:
    """The result of an answer that is there and was begun."""
    begun = time.monotonic()
    notes = answer.notes
    try:
        prepared = prepare(exercise, answer, sandbox)
        notes += tuple(said for note in prepared.notes if (said := note_text(note, answer)))
        ran = tuple(run_checks(oracle.checks, oracle, sandbox, prepared))
    except (AnswerError, Fault) as stop:
        return _stopped(exercise, answer, oracle.checks, stop, sandbox, notes, begun)
    final = ran
    if may_draw(answer):
        with sandbox.within(exercise.wall_seconds):
            final = tuple(run_again(ran, oracle, sandbox, prepared))
    shown = _counterexamples(final, oracle, sandbox, prepared, disclosure)
    results = tuple(check_result(one, answer, disclosure, shown.get(one.check.id)) for one in final)
    by_luck = any(one.lucky and (disclosure != "none" or not one.check.hidden) for one in final)
    diagnoses, problems = _diagnoses(ran, oracle, sandbox, prepared, disclosure, by_luck)
    notes = _unsaid(notes, diagnoses)
    notes += (*problems, *warning_notes(_open_to_view(ran, disclosure), answer))
    # Where hidden checks are not told of, how long they took is not either.
    seconds = time.monotonic() - begun if disclosure == "full" else sum(one.duration_s for one in results)
    return exercise_result(exercise, answer, results, diagnoses, seconds, NOTHING, notes)


def _counterexamples(
    ran: Sequence[Ran], oracle: Oracle, sandbox: Sandbox, prepared: Prepared, disclosure: Disclosure
) -> dict[str, Shown]:
    """What to show of each failed check that may be told of, if it carries points. Raises SandboxError."""
    failed = [one for one in _open_to_view(ran, disclosure) if one.wrong and one.check.points and not one.lucky]
    if not failed:
        return {}
    from grader.judge.counterexample import counterexample  # a right answer needs none

    with sandbox.within(oracle.exercise.wall_seconds):
        found = {one.check.id: counterexample(one, oracle, sandbox, prepared) for one in failed}
    return {id_: one for id_, one in found.items() if one}


def absent(exercise: Exercise, checks: Sequence[Check]) -> ExerciseResult:
    """The result of an exercise to which there is no answer."""
    message = text(
        "no answer: nothing that was handed in defines {names}, but for what was given.", names=listed(exercise.symbols)
    )
    unmet = tuple(unscored(check, "missing", message, None) for check in checks)
    return exercise_result(exercise, None, unmet, (), 0.0, message, ())


def _not_run(
    exercise: Exercise, answer: Answer, checks: Sequence[Check], status: Status, message: Text, begun: float
) -> ExerciseResult:
    """The result of an answer that need not be run, or cannot be."""
    unmet = tuple(unscored(check, status, message, None) for check in checks)
    return exercise_result(exercise, answer, unmet, (), time.monotonic() - begun, message, answer.notes)


def _stopped(
    exercise: Exercise,
    answer: Answer,
    checks: Sequence[Check],
    stop: AnswerError | Fault,
    sandbox: Sandbox,
    notes: tuple[Text, ...],
    begun: float,
) -> ExerciseResult:
    """The result of an answer that cannot be compiled, or stopped while it was imported."""
    status, message, line = explain_stop(stop, answer)
    shown = syntax_shown(stop, answer) if isinstance(stop, AnswerError) else NOTHING
    unmet = tuple(unscored(check, status, message, line, shown) for check in checks)
    diagnoses: tuple[Diagnosis, ...] = ()
    if isinstance(stop, AnswerError):
        try:
            seen = () if stop.kind == "syntax" else _slips(exercise, answer, sandbox, [stop])
            diagnoses = tuple(one for one in seen if one.kind == "slip")[:MOST] or usual_meanings([stop]) or seen[:1]
        except SandboxError:
            raise
        except Exception as bug:
            notes += (_lost(type(bug).__name__),)
    notes = _unsaid(notes, diagnoses)
    return exercise_result(exercise, answer, unmet, diagnoses, time.monotonic() - begun, message, notes)


def _slips(
    exercise: Exercise, answer: Answer, sandbox: Sandbox, errors: Sequence[AnswerError]
) -> tuple[Diagnosis, ...]:
    from grader.judge.slips import slips  # a right answer needs none of it

    return slips(exercise, answer, sandbox, errors)


def _unsaid(notes: tuple[Text, ...], diagnoses: Sequence[Diagnosis]) -> tuple[Text, ...]:
    """The notes that no diagnosis says as well."""
    said = {one.message for one in diagnoses}
    return tuple(note for note in notes if note not in said)


def _open_to_view(ran: Sequence[Ran], disclosure: Disclosure) -> list[Ran]:
    """Those of which values and texts may be told: an answer can put what it saw into a result or an exception."""
    return [one for one in ran if is_open(one.check, disclosure)]


def _diagnoses(
    ran: Sequence[Ran], oracle: Oracle, sandbox: Sandbox, prepared: Prepared, disclosure: Disclosure, by_luck: bool
) -> tuple[tuple[Diagnosis, ...], tuple[Text, ...]]:
    """Which mistakes it is, and a note if that could not be looked into. Raises CourseError, SandboxError.

    Of a hidden check of a course only the words of known mistakes may be said, which are the course's own, and with
    `none` not even those.
    """
    in_view = _open_to_view(ran, disclosure)
    basis = in_view if disclosure == "none" else ran
    wrong = next((one for one in in_view if one.wrong and one.check.points), None)
    found = [_BY_LUCK] if by_luck else []
    try:
        slips: tuple[Diagnosis, ...] = ()
        if any(one.wrong and one.check.points for one in basis):
            failed = [one for ran_one in in_view if ran_one.wrong for one in ran_one.observations]
            errors = [one.error for one in failed if one.error]
            slips = _slips(oracle.exercise, prepared.answer, sandbox, errors)
        three_way = [one.three_way for one in in_view if one.three_way]
        found += diagnose(oracle, _seen(basis), _seen(in_view), three_way, slips, prepared.answer.text)
        is_plain = any(one.kind in ("slip", "mistake") or one.slug == "another-kind-of-result" for one in found)
        if wrong and not by_luck and not is_plain:
            found = [*_unsteady(wrong, oracle, sandbox, prepared), *found]
    except (CourseError, SandboxError):
        raise
    except Exception as bug:  # an explanation that fails must not take the verdict with it, nor go unseen
        return tuple(found), (_lost(type(bug).__name__),)
    return tuple(found), tuple(_lost(one.lost) for one in in_view if one.lost)


def _lost(why: str) -> Text:
    return text("the mistake could not be looked into ({why}). The verdict stands.", why=why)


def _seen(ran: Sequence[Ran]) -> dict[str, Seen]:
    return {one.check.id: Seen(one.observations, bool(one.wrong)) for one in ran}


_WHERE_FROM = text("Where does a random number, np.empty or a global variable come in?")
_BY_LUCK = Diagnosis(
    "right-by-luck",
    "structure",
    1.0,
    text("it passed once and failed when it was run again with the same inputs: the result depends on chance."),
    _WHERE_FROM,
)


def _unsteady(wrong: Ran, oracle: Oracle, sandbox: Sandbox, prepared: Prepared) -> list[Diagnosis]:
    """Whether the same check gives something else when it is run again."""
    try:
        again = run_check(wrong.check, oracle, sandbox, prepared, SECONDS_AFTER_A_TIMEOUT, explain=False)
    except Stop:
        return []
    if any(one.fault for one in (*again.observations, *wrong.observations)):
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
            _WHERE_FROM,
        )
    ]
