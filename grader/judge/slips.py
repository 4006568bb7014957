"""Asks a worker what can be seen in the code of an answer that failed. A right answer is never looked at."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course.stub import pristine_stub
from grader.diagnose.slips import slips_in_words
from grader.errors import AnswerError, Fault
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, as_cells, as_wanted
from grader.model import Answer, Diagnosis, Exercise
from grader.sandbox.host import Sandbox


def slips(exercise: Exercise, answer: Answer, sandbox: Sandbox, errors: Sequence[AnswerError]) -> tuple[Diagnosis, ...]:
    """The slips of an answer that raised these errors, in words; none where its worker does not come to an end.
    Raises SandboxError."""
    stub = pristine_stub(exercise)
    lines = sorted({error.line for error in errors if error.line is not None})
    try:
        # by itself: that hostile source takes long to read is no reason to grade the answer once more
        with sandbox.within(SECONDS_AFTER_A_TIMEOUT), sandbox.worker(SECONDS_AFTER_A_TIMEOUT) as worker:
            reply = worker.slips(as_cells(answer), as_wanted(exercise), stub, lines)
    except Fault:
        return ()
    return slips_in_words(reply[1], answer, stub, errors) if reply[0] == "slips" and len(reply) == 2 else ()
