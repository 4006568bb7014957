"""What is said of a check, of a stop and of a worker's notes; and what of a hidden check is not said."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks.calls import step
from grader.checks.compare import Difference
from grader.checks.difference import difference
from grader.checks.lab import Trace
from grader.checks.observe import Observation
from grader.errors import AnswerError, Fault
from grader.judge.explain import check_result, explain_stop, note_text, sandbox_failed, unscored, warning_notes
from grader.judge.run import Ran
from grader.model import NOTHING, Answer, Cell, Check, CheckResult, Disclosure, Status, Text, file_answer, same

ANSWER = file_answer("a.py", "def f(x):\n    return x\n\nprint('here')")
PUBLIC = Check("values", Text("values", "値"), 3.0, lambda lab, draw: None, False, 1e-6, 2)
HIDDEN = PUBLIC._replace(hidden=True)
EXPECTED = {"y": np.array([1.0, 2.0])}
DISCLOSURES: tuple[Disclosure, ...] = ("full", "category", "none")


def trace(*called: Any, warnings: tuple[tuple[str, int], ...] = ()) -> Trace:
    made = Trace()
    made.story.extend(step("f", args, {}) for args in called)
    made.warnings |= dict.fromkeys(warnings)
    return made


def ran(check: Check, *seen: Observation, level: int = 0) -> Ran:
    """A check that was run, and its first difference from what was expected at `level`."""
    expected = Observation(Trace(), value=EXPECTED)
    wrong = difference(seen[level], expected, check.rtol)
    return Ran(check=check, observations=seen, seconds=0.25, output="printed", wrong=wrong, level=level)


def value(one: Any, *called: Any) -> Observation:
    return Observation(trace(*called), value=one)


def said(check: Check, seen: Observation, disclosure: Disclosure = "full") -> tuple[Status, str, str, int | None]:
    result = check_result(ran(check, seen), ANSWER, disclosure)
    return result.status, result.message.en, result.detail.en, result.line


def test_a_check_that_was_not_run_has_the_reason_that_all_share() -> None:
    assert unscored(HIDDEN, "invalid", same("unreadable"), 3) == CheckResult(
        "values", Text("values", "値"), True, "invalid", 0.0, 3.0, same("unreadable"), 0.0, NOTHING, "", 3
    )


@pytest.mark.parametrize("disclosure", DISCLOSURES)
@pytest.mark.parametrize("check", [PUBLIC, HIDDEN])
def test_a_check_that_passed_has_its_points_and_no_words(check: Check, disclosure: Disclosure) -> None:
    assert check_result(ran(check, value(EXPECTED, (1,))), ANSWER, disclosure) == CheckResult(
        "values", Text("values", "値"), check.hidden, "passed", 3.0, 3.0, NOTHING,
        0.0 if check.hidden and disclosure != "full" else 0.25, NOTHING, "printed", None,
    )  # fmt: skip


STUB = file_answer("a.py", "def relu(x):\n    raise NotImplementedError\n")


def test_what_was_not_begun_is_seen_in_the_answer_and_not_only_said_by_the_worker() -> None:
    raised = AnswerError("not_implemented", "NotImplementedError", "", 2)
    status, message, line = explain_stop(raised, STUB)
    assert (status, line) == (
        "not_started",
        2,
    ) and message.en == "not written yet (a.py, line 2: raise NotImplementedError)."
    assert explain_stop(raised, ANSWER)[0] == "error"
    assert explain_stop(AnswerError("missing", "MissingSymbol", "sigmoid", None), STUB)[0] == "missing"
    assert explain_stop(AnswerError("missing", "MissingSymbol", "relu", None), STUB)[0] == "error"


def test_a_check_that_failed_has_none_and_says_what_is_wrong() -> None:
    seen = value({"y": np.array([1.0, 5.0])}, (np.array([1.0, 2.0]),), (3.0,))

    result = check_result(ran(PUBLIC, seen), ANSWER, "full")

    assert result._replace(message=NOTHING, detail=NOTHING) == CheckResult(
        "values", Text("values", "値"), False, "failed", 0.0, 3.0, NOTHING, 0.25, NOTHING, "printed", None
    )
    assert said(PUBLIC, seen)[1] == "y: at [1] expected 2, got 5; 1 of 2 values differ (allowed 2e-06)"
    assert said(PUBLIC, seen)[2] == "called\n  f([1, 2])\n  f(3)\nexpected\n  1  2\ngot\n  1   5*"


def test_without_a_call_there_is_none_to_show() -> None:
    assert said(PUBLIC, value({"y": np.array([1.0, 5.0])}))[2] == "expected\n  1  2\ngot\n  1   5*"


def test_what_is_shown_is_the_level_that_is_wrong() -> None:
    bad = value({"y": 5.0}, (2,))

    result = check_result(ran(PUBLIC, value(EXPECTED, (1,)), bad, level=1), ANSWER, "full")

    assert result.message.en == "y: expected an array of shape (2,), got a number" and "f(2)" in result.detail.en


STOPS: list[tuple[Observation, Status, str, int | None]] = [
    (Observation(trace((1,)), fault=Fault("timeout")), "timeout", "it did not finish within the time limit. Is there a loop that never ends?", None),
    (
        Observation(trace((1,)), error=AnswerError("exception", "ValueError", "seen 7\nmore", 2)), "error",
        "it stopped with ValueError: seen 7 (a.py, line 2: return x).", 2,
    ),
    (Observation(trace((1,)), broken=same("7 is odd")), "failed", "7 is odd", None),
]  # fmt: skip


@pytest.mark.parametrize(("seen", "status", "message", "line"), STOPS)
def test_what_stopped_it_is_said_with_the_calls(
    seen: Observation, status: Status, message: str, line: int | None
) -> None:
    for check in (PUBLIC, HIDDEN):
        assert said(check, seen) == (status, message, "called\n  f(1)\n", line)


# --- what of a hidden check is not said ---------------------------------------------------------------------------

CATEGORIES = [
    ({"y": 1.0}, "the result is of the wrong type."),
    ({"z": 1.0}, "the result has the wrong keys."),
    ({"y": np.ones(3)}, "the result has the wrong shape."),
    ({"y": np.array([1, 2])}, "the result has the wrong dtype."),
    ({"y": np.array([1.0, np.nan])}, "the result is not finite."),
    ({"y": np.array([1.0, 3.0])}, "the values are wrong."),
]


@pytest.mark.parametrize(("got", "message"), CATEGORIES)
def test_with_category_a_hidden_check_says_what_kind_of_thing_is_wrong(got: Any, message: str) -> None:
    assert said(HIDDEN, value(got, (7,)), "category") == ("failed", message, "", None)
    assert said(PUBLIC, value(got, (7,)), "category") == said(PUBLIC, value(got, (7,)), "full")


@pytest.mark.parametrize(
    ("kind", "message"),
    [("length", "the number of results is wrong."), ("expectation", "a property that must hold does not."), ("new", "the values are wrong.")],
)  # fmt: skip
def test_every_kind_has_its_category(kind: str, message: str) -> None:
    wrong = Difference(kind, (), lambda: same("seen 7"), lambda: same("seen 7"))
    one = Ran(HIDDEN, (value(7),), 0.25, wrong=wrong)

    result = check_result(one, ANSWER, "category")

    assert (result.status, result.message.en, result.detail, result.score) == ("failed", message, NOTHING, 0.0)


def test_with_category_a_stop_is_told_without_its_words() -> None:
    fault, error, broken = (seen for seen, *_ in STOPS)

    assert said(HIDDEN, fault, "category")[:3] == ("timeout", STOPS[0][2], "")
    assert said(HIDDEN, error, "category") == ("error", "it stopped with an exception.", "", None)
    assert said(HIDDEN, broken, "category") == ("failed", "a property that must hold does not.", "", None)


@pytest.mark.parametrize("seen", [value({"y": 7.0}, (7,)), *(seen for seen, *_ in STOPS)])
def test_with_none_a_hidden_check_says_that_it_did_not_pass(seen: Observation) -> None:
    assert said(HIDDEN, seen, "none") == ("failed", "a hidden check did not pass.", "", None)
    assert said(PUBLIC, seen, "none") == said(PUBLIC, seen, "full")


# --- stops --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "note", "message"),
    [
        ("timeout", "", "it did not finish within the time limit. Is there a loop that never ends?"),
        ("memory", "", "it used too much memory and was stopped."),
        ("crashed", "SIGSEGV", "Python itself crashed (SIGSEGV)."),
        ("crashed", "", "Python itself crashed."),
        ("exited", "0", "it ended the program (sys.exit, exit or os._exit). Remove that call."),
        ("protocol", "x", "it disturbed the grader's connection."),
        ("output_limit", "", "it printed too much and was stopped. Remove the print from the loop."),
    ],
)
def test_every_fault_has_its_words(status: Status, note: str, message: str) -> None:
    status_said, message_said, line = explain_stop(Fault(status, note), ANSWER)

    assert (status_said, message_said.en, line) == (status, message, None)


@pytest.mark.parametrize(
    ("kind", "status", "message", "with_line"),
    [
        ("missing", "missing", "relu is not defined in a.py.", None),
        ("not_implemented", "error", "it stopped with KeyError: relu (a.py, line 2: return x).", 2),
        ("memory", "memory", "it ran out of memory (a.py, line 2: return x).", 2),
        ("unusable", "failed", "the result cannot be used as an array or a number.", None),
        ("syntax", "error", "the file cannot be read as Python (a.py, line 2): KeyError: relu.", 2),
        ("exception", "error", "it stopped with KeyError: relu (a.py, line 2: return x).", 2),
    ],
)
def test_every_kind_of_error_has_its_words(kind: str, status: Status, message: str, with_line: int | None) -> None:
    error = AnswerError(kind, "KeyError", "relu", 2)

    said_of_it = explain_stop(error, ANSWER)

    assert (said_of_it[0], said_of_it[1].en, said_of_it[2]) == (status, message, with_line)


@pytest.mark.parametrize(
    ("line", "place"),
    [(1, " (a.py, line 1: def f(x):)"), (4, " (a.py, line 4: print('here'))"), (5, ""), (0, ""), (-1, ""), (None, "")],
)
def test_a_line_is_quoted_if_there_is_one_of_that_number(line: int | None, place: str) -> None:
    _, message, told = explain_stop(AnswerError("exception", "E", "", line), ANSWER)

    assert message.en == f"it stopped with E{place}." and told == (line if place else None)


def test_the_place_is_the_cell_and_the_line_in_it() -> None:
    notebook = Answer(
        "n.ipynb",
        (Cell(1, "x = 1\ny = 2", Text("cell 3", "セル 3")), Cell(3, "z = 1\nboom()", Text("cell 7", "セル 7"))),
    )

    _, message, line = explain_stop(AnswerError("exception", "E", "", 4), notebook)

    assert (
        message == Text("it stopped with E (cell 7, line 2: boom()).", message.ja)
        and "セル 7" in message.ja
        and line == 4
    )


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (AnswerError("missing", "MissingSymbol", "seen7", None), "what the exercise asks for is not defined in a.py."),
        (AnswerError("exception", "KeyError", "seen7", None), "it stopped with an exception."),
        (AnswerError("exception", "Seen7", "x", None), "it stopped with an exception."),
        (AnswerError("syntax", "SyntaxError", "seen7", None), "the file cannot be read as Python: an exception."),
    ],
)
def test_what_the_answer_could_have_written_is_not_told(error: AnswerError, message: str) -> None:
    assert explain_stop(error, ANSWER, quoted=False)[1].en == message
    assert explain_stop(error, ANSWER)[1].en != message


def test_only_the_first_line_of_an_exceptions_words_is_told() -> None:
    assert explain_stop(AnswerError("exception", "E", "one\ntwo", None), ANSWER)[1].en == "it stopped with E: one."
    assert explain_stop(AnswerError("exception", "E", "\ntwo", None), ANSWER)[1].en == "it stopped with E."


# --- warnings and notes -------------------------------------------------------------------------------------------


def warned(*warnings: tuple[str, int]) -> Ran:
    return Ran(PUBLIC, (Observation(trace(warnings=warnings)),), 0.1)


@pytest.mark.parametrize(
    "warning",
    [
        "overflow encountered in exp", "underflow encountered in multiply", "divide by zero encountered in log",
        "invalid value encountered in scalar divide", "overflow encountered in " + "x" * 40,
    ],
)  # fmt: skip
def test_numpys_warnings_are_told_with_their_line(warning: str) -> None:
    [note] = warning_notes([warned((warning, 2))], ANSWER)

    assert note.en == f"numpy warned: {warning} (a.py, line 2: return x). No points are lost."


@pytest.mark.parametrize(
    "warning",
    [
        "seen 7", "overflow encountered in ", "overflow encountered in exp: 7!", "Overflow encountered in exp", "overflow encountered in " + "x" * 41,
        "I saw an overflow encountered in exp", "overflow encountered in exp\nseen",
    ],
)  # fmt: skip
def test_what_an_answer_could_have_warned_is_not(warning: str) -> None:
    assert warning_notes([warned((warning, 2))], ANSWER) == ()


def test_each_line_is_told_once_in_the_order_of_lines() -> None:
    first, second, third = (
        "overflow encountered in exp",
        "invalid value encountered in log",
        "underflow encountered in f",
    )

    notes = warning_notes([warned((first, 4), (second, 1)), warned((third, 1), (first, 4))], ANSWER)

    assert [note.en for note in notes] == [
        "numpy warned: invalid value encountered in log (a.py, line 1: def f(x):). No points are lost.",
        "numpy warned: overflow encountered in exp (a.py, line 4: print('here')). No points are lost.",
    ]


GENERAL = "part of the answer was left out."


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (("broken-cell", 3, 4, "invalid syntax"), "cell 7 was left out: invalid syntax (line 2)."),
        (("missing", "relu"), ""),
        (("out-of-order", "relu"), "relu is defined below the cell that needs it; move its cell up, so that the notebook runs from the top."),
        (("broken-cell", "3", 4, "x"), GENERAL),
        (("broken-cell", 3, "4", "x"), GENERAL),
        (("broken-cell", 3, 4, 5), GENERAL),
        (("broken-cell", True, 4, "x"), GENERAL),
        (("broken-cell", 3, 4), GENERAL),
        (("broken-cell", 3, 4, "x", "y"), GENERAL),
        (("other", 3, 4, "x"), GENERAL),
        (["broken-cell", 3, 4, "x"], GENERAL),
        (("missing", 7), GENERAL),
        (("missing", "a", "b"), GENERAL),
        (["missing", "a"], GENERAL),
        (("out-of-order", 7), GENERAL),
        (("passed", "all"), GENERAL),
        ((np.zeros(2), "relu"), GENERAL),
        ((np.zeros(2), 3, 4, "x"), GENERAL),
        (("missing",), GENERAL),
        ((), GENERAL),
        ("missing", GENERAL),
        (None, GENERAL),
    ],
)  # fmt: skip
def test_a_workers_note_is_told_if_it_fits(note: object, words: str) -> None:
    notebook = Answer("n.ipynb", (Cell(1, "x = 1\ny = 2", same("cell 3")), Cell(3, "z = 1\nboom()", same("cell 7"))))

    assert note_text(note, notebook).en == words


def test_a_sandbox_that_failed_says_why_and_where_to_look() -> None:
    assert sandbox_failed(ValueError("no fork")).en == "the sandbox failed: no fork. `grade doctor` shows more."
