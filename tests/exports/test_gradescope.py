"""Gradescope's results.json: always valid, the total always shown, nothing of a hidden check told."""

from __future__ import annotations

import json
from typing import Any

from grader.exports.gradescope import results
from grader.exports.messages import NoResult
from grader.model import RunResult, Text
from tests.exports.sample import HOSTILE, check, exercise, mixed_run, run

FORMATS = {"text", "html", "simple_format", "md", "ansi"}
VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}
WHY = Text("the archive is damaged.", "アーカイブが壊れています。")


def document(result: RunResult | NoResult) -> dict[str, Any]:
    """As Gradescope reads it, and only if it could: the rules of its specifications."""
    loaded: dict[str, Any] = json.loads(json.dumps(results(result, "en"), allow_nan=False))
    assert set(loaded) <= {
        "score", "execution_time", "output", "output_format", "test_output_format", "test_name_format", "visibility",
        "stdout_visibility", "extra_data", "tests", "leaderboard",
    }  # fmt: skip
    assert isinstance(loaded["output"], str)
    if loaded["extra_data"]["grader_failed"]:
        assert "score" not in loaded and "tests" not in loaded  # no number, and no sum of numbers
        return loaded
    assert isinstance(loaded["score"], float)
    assert {loaded["output_format"], loaded["test_output_format"], loaded["test_name_format"]} <= FORMATS
    assert {loaded["visibility"], loaded["stdout_visibility"]} <= VISIBILITIES
    for test in loaded["tests"]:
        assert set(test) <= {
            "score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags",
            "visibility", "extra_data",
        }  # fmt: skip
        assert test["status"] in ("passed", "failed") and 0 <= test["score"] <= test["max_score"]
    json.dumps(loaded, ensure_ascii=False).encode()  # no halves of characters
    return loaded


def judged_run() -> RunResult:
    """`mixed_run` without what the grader failed in."""
    return run(*(one for one in mixed_run().exercises if one.status != "grader_error"))


def test_no_test_is_hidden_or_the_student_would_not_see_the_total() -> None:
    loaded = document(judged_run())

    assert {loaded["visibility"], *(test["visibility"] for test in loaded["tests"])} == {"visible"}
    assert loaded["stdout_visibility"] == "hidden"  # what the grading program prints is nobody's business
    assert loaded["score"] == sum(test["score"] for test in loaded["tests"]) == 4.0


def test_of_a_hidden_check_there_is_its_message_and_no_more() -> None:
    loaded = document(judged_run())

    hidden = [test for test in loaded["tests"] if "hidden" in test["tags"]]
    assert [test["output"] for test in hidden] == ["the values are wrong."]
    assert "0.123456789" not in json.dumps(loaded)


def test_hostile_text_is_shown_as_text() -> None:
    loaded = document(judged_run())
    failed = loaded["tests"][1]

    assert loaded["test_output_format"] == loaded["output_format"] == loaded["test_name_format"] == "text"
    assert "<script>" in failed["output"] and "\x1b" not in failed["output"] and "\x00" not in failed["output"]
    assert "Your code printed:" in failed["output"]


def test_the_mistake_is_named() -> None:
    assert "Exercise affine, with: 100%\ndb is the mean.\ntry: Sum it." in document(judged_run())["output"]


def test_where_the_grader_failed_it_is_said_and_there_is_no_score() -> None:
    loaded = document(mixed_run())

    assert "the grader failed here" in loaded["output"] and loaded["extra_data"] == {"grader_failed": True}
    assert "not your fault, so there is no score" in loaded["output"]
    assert document(run(exercise("a", [check("x")], "passed")))["extra_data"] == {"grader_failed": False}


def test_a_damaged_submission_has_its_0_and_a_grader_that_failed_no_score() -> None:
    damaged, failed = document(NoResult(WHY, ours=False)), document(NoResult(WHY, ours=True))

    assert (damaged["score"], damaged["tests"], damaged["extra_data"]) == (0.0, [], {"grader_failed": False})
    assert WHY.en in damaged["output"] and "not your fault" not in damaged["output"]
    assert WHY.en in failed["output"] and "not your fault" in failed["output"] and failed["extra_data"]["grader_failed"]


def test_it_speaks_japanese() -> None:
    loaded = results(judged_run(), "ja")

    assert loaded["tests"][0]["name"] == "演習 affine: forward をする" and "db が平均です。" in loaded["output"]
    assert HOSTILE not in str(loaded)
