"""What each status of a check or an exercise means: said once, for whoever counts, marks, words or remembers it."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from grader.model import Status, Text
from grader.words import text

# In the order of their codes in a class table: append only, gradebooks are older than the next version.
STATUSES: tuple[Status, ...] = get_args(Status)
CODES: dict[Status, int] = {status: code for code, status in enumerate(STATUSES)}


class Meaning(NamedTuple):
    """
    Attributes:
        word: what a person reads.
        begun: whether there is more than nothing, or more than the stub as it was handed out.
        readable: whether what there is could be read.
        judged: whether it counts, for or against anybody.
        decided: whether what the checks saw decided it, and neither an exception nor a limit.
        steady: whether the same answer ends so every time, however busy the machine is.
        fault: whose doing it is.
    """

    word: Text
    begun: bool = True
    readable: bool = True
    judged: bool = True
    decided: bool = False
    steady: bool = True
    fault: Literal["nobody", "student", "grader"] = "student"


MEANING: dict[Status, Meaning] = {
    "passed": Meaning(word=text("passed"), decided=True, fault="nobody"),
    "failed": Meaning(word=text("failed"), decided=True),
    "error": Meaning(word=text("stopped with an error")),
    "missing": Meaning(word=text("no answer"), begun=False),
    "not_started": Meaning(word=text("not started"), begun=False),
    "timeout": Meaning(word=text("out of time"), steady=False),
    "memory": Meaning(word=text("out of memory"), steady=False),
    "crashed": Meaning(word=text("crashed"), steady=False),
    "exited": Meaning(word=text("ended the program")),
    "protocol": Meaning(word=text("disturbed the grader"), steady=False),
    "output_limit": Meaning(word=text("printed too much")),
    "forbidden": Meaning(word=text("not allowed")),
    "invalid": Meaning(word=text("unreadable"), readable=False),
    "skipped": Meaning(word=text("skipped"), judged=False, steady=False, fault="nobody"),
    "grader_error": Meaning(word=text("the grader failed"), judged=False, steady=False, fault="grader"),
}


def word_of(status: Status) -> Text:
    """What a person reads."""
    return MEANING[status].word


def is_attempt(status: Status) -> bool:
    """Whether somebody tried: there was something to grade, and it was graded."""
    return MEANING[status].begun and MEANING[status].judged


def is_answer(status: Status) -> bool:
    """Whether there was something that could be run. What is none replaces no answer, and nothing is drawn of it."""
    return is_attempt(status) and MEANING[status].readable


def is_begun(status: Status) -> bool:
    """Whether there was something that could be read, be it graded or not."""
    return MEANING[status].begun and MEANING[status].readable


def is_ours(status: Status) -> bool:
    """Whether the grader failed, which gives nobody anything. `judge/score.py` says what it counts."""
    return MEANING[status].fault == "grader"


State = Literal["done", "started", "not_started", "failed", "unjudged"]
STATE_WORDS: dict[State, Text] = {
    "done": text("done"),
    "started": text("in progress"),
    "not_started": text("not started"),
    "failed": text("failed"),
    "unjudged": text("not judged"),
}


def state_of(status: Status, score: float) -> State:
    """Where a person stands with an exercise: the status seen from afar, which is also its mark and its colour."""
    if status == "passed":
        return "done"
    if not MEANING[status].begun:
        return "not_started"
    if not MEANING[status].judged:
        return "unjudged"
    return "started" if score > 0 else "failed"
