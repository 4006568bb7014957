"""Runs an answer: compiles it in a worker, and drives one check after another on it, each in a fresh worker."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from grader.checks import gradient
from grader.checks.compare import Difference
from grader.checks.difference import difference
from grader.checks.draw import Draw
from grader.checks.lab import Lab, Trace
from grader.checks.observe import Observation, observe
from grader.checks.oracle import Oracle
from grader.checks.reply import is_error
from grader.course.stub import kind_of
from grader.errors import AnswerError, AuthorError, Fault, SandboxError, Stop
from grader.model import Answer, Check, Exercise, same
from grader.sandbox.host import Sandbox
from grader.sandbox.inside.interpreter import MAX_NOTES
from grader.words import text

# A check that loops costs its full limit once; the same answer's later checks get less, which is still
# many times what a right answer needs.
SECONDS_AFTER_A_TIMEOUT = 1.0


class Prepared(NamedTuple):
    """A compiled answer.

    Attributes:
        code: opaque; only workers load it.
        notes: what the worker says of it. Hostile data.
        before: code of ours that each worker runs first, or nothing.
    """

    answer: Answer
    code: bytes
    notes: tuple[object, ...]
    before: bytes = b""


class Ran(NamedTuple):
    """What became of one check.

    Attributes:
        observations: one for each level that ran.
        wrong: the first that is wrong, which is at `level`.
        three_way: of a gradient check, what forward and backward say of each other there.
        lost: why that could not be looked into, if it could not.
        lucky: whether it had passed before, and this is what became of it when it was run again.
        right: the parts of the result that are right at every level, of a check in which each has points of its own.
    """

    check: Check
    observations: tuple[Observation, ...]
    seconds: float
    output: str = ""
    wrong: Difference | None = None
    level: int = 0
    three_way: gradient.ThreeWay | None = None
    lost: str = ""
    lucky: bool = False
    right: tuple[str, ...] = ()

    @property
    def earned(self) -> float:
        return sum(self.check.shares[part] for part in self.right) if self.wrong else self.check.points

    @property
    def failure(self) -> Observation | None:
        return self.observations[self.level] if self.wrong else None

    @property
    def timed_out(self) -> bool:
        return any(one.fault is not None and one.fault.status == "timeout" for one in self.observations)


def prepare(exercise: Exercise, answer: Answer, sandbox: Sandbox) -> Prepared:
    """The answer compiled in a worker. Raises Stop if that cannot be, and SandboxError."""
    with sandbox.worker(exercise.seconds) as worker:
        reply = worker.prepare(as_cells(answer), as_wanted(exercise), answer.name, answer.path)
    if reply[0] == "prepared" and [type(part) for part in reply[1:]] == [bytes, list] and len(reply[2]) <= MAX_NOTES:
        return Prepared(answer, reply[1], tuple(reply[2]))
    _stop(reply)


def as_cells(answer: Answer) -> list[tuple[int, bytes, str]]:
    """The source of an answer, as it goes to a worker."""
    return [(cell.start, cell.text.encode(errors="replace"), cell.module) for cell in answer.cells]


def as_wanted(exercise: Exercise) -> list[tuple[str, tuple[str, ...], str]]:
    """What an exercise asks for: name, other spellings and kind of each."""
    return [(one, exercise.aliases.get(one, ()), kind_of(exercise, one)) for one in exercise.symbols]


def _stop(reply: Any) -> NoReturn:
    """Raise what a worker replied in place of what it was asked for."""
    if is_error(reply):
        raise AnswerError(*reply[1:])
    raise Fault("protocol", "not a reply")


def run_checks(checks: tuple[Check, ...], oracle: Oracle, sandbox: Sandbox, prepared: Prepared) -> Iterator[Ran]:
    """Every check in its turn. Raises Stop where the answer does not even load: every further check would end alike."""
    seconds = oracle.exercise.seconds
    for check in checks:
        try:
            ran = run_check(check, oracle, sandbox, prepared, seconds)
        except Fault as fault:
            if fault.status != "timeout" or not fault.note:
                raise
            ran = _out_of_time(check, fault)
        if ran.timed_out:
            seconds = min(seconds, SECONDS_AFTER_A_TIMEOUT)
        yield ran


def _out_of_time(check: Check, fault: Fault) -> Ran:
    """A check for which no time was left: how long all of them may take is the fault's note."""
    wrong = Difference("fault", (), lambda: same("fault"))
    return Ran(check=check, observations=(Observation(trace=Trace(), fault=fault),), seconds=0.0, wrong=wrong)


def run_check(
    check: Check, oracle: Oracle, sandbox: Sandbox, prepared: Prepared, seconds: float, explain: bool = True
) -> Ran:
    """One check of a compiled answer in a fresh worker.

    With `explain` off a wrong gradient is not looked into any further. Raises Stop if the answer does not even load,
    CourseError, SandboxError.
    """
    expected = oracle.expect(check)
    begun = time.monotonic()
    seen: list[Observation] = []
    ran = Ran(check=check, observations=(), seconds=0.0)
    with sandbox.worker(seconds) as worker:
        if prepared.before:
            worker.load(prepared.before, {}, "", oracle.workers_seed(check, 0))
        for level in range(check.levels):
            reply = worker.load(
                prepared.code, oracle.exercise.aliases, prepared.answer.name, oracle.workers_seed(check, level)
            )
            if reply[0] != "loaded":
                _stop(reply)
            lab = Lab(worker.carry_out, oracle.classes, oracle.parameters)
            like = expected[level].gradient.value if expected[level].gradient else None  # type: ignore[union-attr]
            one = _observe(check, lab, oracle.draw(check, level), like)
            seen.append(one)
            if ran.wrong is None and (wrong := _difference(one, expected[level], check.rtol)):
                ran = ran._replace(wrong=wrong, level=level)
                if explain:
                    oracle.audit(check, level)
                    ran = _explained(ran, one, lab, expected[level], oracle)
            if one.fault:
                break
    output = "" if check.hidden else worker.output
    right = parts_right(check, seen, expected)
    return ran._replace(observations=tuple(seen), seconds=time.monotonic() - begun, output=output, right=right)


# The reference has gone through all of what follows, and through the same check, without stumbling. Whatever is stumbled
# over now is a value of the answer's, and never a reason to let it off.


def _observe(check: Check, lab: Lab, draw: Draw, like: Any) -> Observation:
    try:
        return observe(check, lab, draw, like)
    except AuthorError as error:
        stumbled = AnswerError("unusable", type(error).__name__, str(error), None)
        return Observation(trace=lab._conversation.trace, error=stumbled)


def _difference(seen: Observation, expected: Observation, rtol: float) -> Difference | None:
    try:
        return difference(seen, expected, rtol)
    except Exception as error:
        if difference(expected, expected, rtol):  # then it is the reference's after all
            raise
        kind = type(error).__name__
        said = text("the result cannot be compared with what is expected ({kind}).", kind=kind)
        return Difference("unusable", (), lambda: said)


def parts_right(check: Check, seen: Sequence[Observation], expected: Sequence[Observation]) -> tuple[str, ...]:
    """The parts of a check's result that have points of their own, and them."""
    return tuple(part for part in check.shares if _is_right(part, seen, expected, check.rtol))


def _is_right(part: str, seen: Sequence[Observation], expected: Sequence[Observation], rtol: float) -> bool:
    """Whether one part of a check's result came at every level, and as it should."""
    if len(seen) < len(expected):
        return False
    for one, other in zip(seen, expected, strict=True):
        if not isinstance(one.value, dict) or part not in one.value:
            return False
        got, wanted = (each._replace(value=each.value[part]) for each in (one, other))
        if _difference(got, wanted, rtol):
            return False
    return True


def _explained(ran: Ran, seen: Observation, lab: Lab, expected: Observation, oracle: Oracle) -> Ran:
    """With what a wrong gradient check says of forward and backward. The verdict stands, whatever the answer does here."""
    if seen.gradient is None or expected.gradient is None:
        return ran
    draw = oracle.draw(ran.check, ran.level)
    try:
        return ran._replace(three_way=gradient.explain(seen.gradient, lab, expected.gradient, ran.check.rtol, draw))
    except Stop:
        return ran  # the answer failed in the course of explaining
    except SandboxError:
        raise
    except Exception as error:  # it gives something else than before, or we have a bug
        return ran._replace(lost=type(error).__name__)
