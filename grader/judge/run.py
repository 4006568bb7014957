"""Runs an answer: compiles it in a worker, and drives one check after another on it, each in a fresh worker."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

from grader.checks import gradient
from grader.checks.compare import Difference
from grader.checks.difference import difference
from grader.checks.lab import Lab
from grader.checks.observe import Observation, observe
from grader.checks.oracle import Oracle
from grader.errors import AnswerError, Fault
from grader.model import Answer, Check, Diagnosis, Exercise, Text
from grader.sandbox.host import Sandbox
from grader.submission.notebook import note_text


class Ran(NamedTuple):
    """What became of one check: an observation for each level that ran, and the first that is wrong."""

    check: Check
    observations: list[Observation]
    seconds: float
    output: str = ""
    wrong: Difference | None = None
    level: int = 0
    three_way: Diagnosis | None = None

    @property
    def failure(self) -> Observation | None:
        return self.observations[self.level] if self.wrong else None


def prepare(
    exercise: Exercise, answer: Answer, sandbox: Sandbox
) -> tuple[bytes, tuple[Text, ...]] | AnswerError | Fault:
    """The answer compiled in a worker, and notes on it; or why that cannot be. Raises SandboxError."""
    cells = [(cell.start, cell.text) for cell in answer.cells]
    try:
        with sandbox.worker(exercise.seconds) as worker:
            reply = worker.prepare(cells, exercise.symbols, exercise.aliases, answer.select, answer.name)
    except Fault as fault:
        return fault
    if reply[0] == "prepared" and len(reply) == 3 and type(reply[1]) is bytes and type(reply[2]) is list:
        told = tuple(text for note in reply[2] if (text := note_text(note, answer)))
        return reply[1], answer.notes + told
    return _answer_error(reply)


def _answer_error(reply: Any) -> AnswerError | Fault:
    if reply[0] == "error" and len(reply) == 5 and all(type(part) is str for part in reply[1:4]):
        line = reply[4] if type(reply[4]) is int else None
        return AnswerError(reply[1], reply[2], reply[3], line)
    return Fault("protocol", "not a reply")


def run_check(
    check: Check,
    oracle: Oracle,
    sandbox: Sandbox,
    answer: Answer,
    code: bytes,
    seconds: float,
    explain: bool = True,
) -> Ran | AnswerError | Fault:
    """One check of a compiled answer in a fresh worker; an error or fault if it does not even load.

    With `explain` off a wrong gradient is not looked into any further. Raises CourseError, SandboxError.
    """
    expected = oracle.expect(check)
    begun = time.monotonic()
    ran = Ran(check=check, observations=[], seconds=0.0)
    with sandbox.worker(seconds) as worker:
        for level in range(check.levels):
            try:
                reply = worker.load(code, oracle.exercise.aliases, answer.name, oracle.seed(check, level))
            except Fault as fault:
                return fault
            if reply[0] != "loaded":
                return _answer_error(reply)
            lab = Lab(worker.carry_out, oracle.classes)
            like = expected[level].gradient.value if expected[level].gradient else None  # type: ignore[union-attr]
            seen = observe(check, lab, oracle.draw(check, level), like)
            ran.observations.append(seen)
            if ran.wrong is None:
                wrong = difference(seen, expected[level], check.rtol)
                if wrong:
                    ran = ran._replace(wrong=wrong, level=level)
                if wrong and explain:
                    oracle.audit(check, level)
                    ran = ran._replace(three_way=_three_way(ran, lab, expected[level], oracle))
            if seen.fault:
                break
    return ran._replace(seconds=time.monotonic() - begun, output="" if check.hidden else worker.output)


def _three_way(ran: Ran, lab: Lab, expected: Observation, oracle: Oracle) -> Diagnosis | None:
    seen = ran.observations[ran.level]
    if seen.gradient is None or expected.gradient is None:
        return None
    draw = oracle.draw(ran.check, ran.level)
    try:
        return gradient.explain(seen.gradient, lab, expected.gradient, ran.check.rtol, draw)
    except (AnswerError, Fault):
        return None  # the answer failed in the course of explaining; its verdict stands
