"""What each status means, and that gradebooks written by older versions are read as they were meant."""

from __future__ import annotations

from grader.model import Status
from grader.status import CODES, MEANING, STATUSES, is_answer, is_attempt, is_begun, state_of


def _those(holds: object) -> set[Status]:
    assert callable(holds)
    return {status for status in STATUSES if holds(status)}


def test_every_status_has_one_meaning_and_no_two_read_alike() -> None:
    assert set(MEANING) == set(STATUSES)
    assert len({one.word.en for one in MEANING.values()}) == len({one.word.ja for one in MEANING.values()}) == 15


def test_codes_are_those_of_the_first_gradebooks() -> None:
    assert list(CODES) == [
        "passed", "failed", "error", "missing", "not_started", "timeout", "memory", "crashed", "exited", "protocol",
        "output_limit", "forbidden", "invalid", "skipped", "grader_error",
    ]  # fmt: skip
    assert list(CODES.values()) == list(range(15))


def test_what_is_no_attempt_no_answer_and_not_begun() -> None:
    everything = set(STATUSES)

    assert everything - _those(is_attempt) == {"missing", "not_started", "skipped", "grader_error"}
    assert everything - _those(is_answer) == {"missing", "not_started", "invalid", "skipped", "grader_error"}
    assert everything - _those(is_begun) == {"missing", "not_started", "invalid"}


def test_only_what_comes_out_so_again_may_be_remembered() -> None:
    unsteady = {status for status, one in MEANING.items() if not one.steady}

    assert unsteady == {"timeout", "memory", "crashed", "protocol", "skipped", "grader_error"}


def test_the_graders_fault_is_one_status_alone_and_passing_is_nobodys() -> None:
    assert [status for status, one in MEANING.items() if one.fault == "grader"] == ["grader_error"]
    assert [status for status, one in MEANING.items() if one.fault == "nobody"] == ["passed", "skipped"]


def test_marks() -> None:
    marks = {status: (state_of(status, 0.0), state_of(status, 1.0)) for status in STATUSES}

    assert marks.pop("passed") == ("done", "done")
    assert marks.pop("missing") == marks.pop("not_started") == ("not_started", "not_started")
    assert marks.pop("skipped") == marks.pop("grader_error") == ("unjudged", "unjudged")
    assert set(marks.values()) == {("failed", "started")}
