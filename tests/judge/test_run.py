"""How an answer is driven: what workers are asked, what becomes of each check, and whose replies are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.checks import gradient
from grader.checks.oracle import Oracle
from grader.errors import AnswerError, CourseError, Fault, SandboxError
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, Prepared, Ran, prepare, run_check, run_checks
from grader.model import Answer, Cell, Check, file_answer, same
from tests.judge.here import REFERENCE, Here, raising, small_course, small_oracle


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    return small_oracle(small_course(tmp_path_factory.mktemp("run")))


def check_of(oracle: Oracle, id_: str) -> Check:
    return next(one for one in oracle.checks if one.id == id_)


def prepared(oracle: Oracle, source: str) -> Prepared:
    return prepare(oracle.exercise, file_answer("double.py", source), Here().sandbox)


def run(oracle: Oracle, id_: str, source: str, here: Here | None = None, **how: Any) -> Ran:
    return run_check(check_of(oracle, id_), oracle, (here or Here()).sandbox, prepared(oracle, source), 2.0, **how)


def wrong(ran: Ran) -> tuple[str | None, int]:
    return ran.wrong.kind if ran.wrong else None, ran.level


# --- compiling ----------------------------------------------------------------------------------------------------


def test_the_worker_is_told_what_to_compile_and_for_what(oracle: Oracle) -> None:
    here = Here()
    answer = Answer("n.ipynb", (Cell(1, "x = 1", same("cell 1")), Cell(2, REFERENCE, same("cell 2"))))

    found = prepare(oracle.exercise, answer, here.sandbox)

    assert found.answer is answer and found.code and found.notes == ()
    assert here.asked == [4.0] and here.open == 0
    [(cells, wanted, name, path)] = here.said
    assert (cells, name, path) == ([(1, b"x = 1", ""), (2, REFERENCE.encode(), "")], "n.ipynb", "")
    assert [(symbol, list(others)) for symbol, others, _ in wanted] == [("double", ["twice"]), ("slope", [])]


def test_the_workers_notes_come_along(oracle: Oracle) -> None:
    here = Here(prepare=lambda: ("prepared", b"code", [("missing", "slope")]))

    found = prepare(oracle.exercise, file_answer("a.py", ""), here.sandbox)

    assert (found.code, found.notes, found.before) == (b"code", (("missing", "slope"),), b"")


def test_what_cannot_be_compiled_is_an_error_with_its_line(oracle: Oracle) -> None:
    with pytest.raises(AnswerError) as caught:
        prepare(oracle.exercise, file_answer("a.py", "x = 1\ndef double(:\n"), Here().sandbox)

    assert (caught.value.kind, caught.value.type_name, caught.value.text, caught.value.line) == (
        "syntax", "SyntaxError", "invalid syntax", 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (("error", "syntax", "T", "text", 3), ("syntax", "T", "text", 3)),
        (("error", "memory", "T", "text", None), ("memory", "T", "text", None)),
    ],
)
def test_an_error_is_read_from_a_reply(oracle: Oracle, reply: Any, error: Any) -> None:
    with pytest.raises(AnswerError) as caught:
        prepare(oracle.exercise, file_answer("a.py", ""), Here(prepare=lambda: reply).sandbox)

    assert (caught.value.kind, caught.value.type_name, caught.value.text, caught.value.line) == error


@pytest.mark.parametrize(
    "reply",
    [
        ("passed",),
        ("loaded",),
        ("prepared",),
        ("prepared", b"x"),
        ("prepared", b"x", [], 1),
        ("prepared", "x", []),
        ("prepared", b"x", ()),
        ("ready", b"x", []),
        ("error", "k", "T", "text"),
        ("error", "k", "T", "text", 3, 4),
        ("error", 1, "T", "text", 3),
        ("error", "k", 1, "text", 3),
        ("error", "k", "T", 1, 3),
        ("mistake", "k", "T", "text", 3),
    ],
)
def test_what_is_no_reply_is_a_fault(oracle: Oracle, reply: Any) -> None:
    with pytest.raises(Fault) as caught:
        prepare(oracle.exercise, file_answer("a.py", ""), Here(prepare=lambda: reply).sandbox)

    assert (caught.value.status, caught.value.note) == ("protocol", "not a reply")


# --- one check ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["doubles", "even", "slopes", "more"])
def test_a_right_answer_passes_at_every_level(oracle: Oracle, id_: str) -> None:
    here = Here()

    ran = run(oracle, id_, REFERENCE, here)

    check = check_of(oracle, id_)
    assert ran.check is check and len(ran.observations) == check.levels and 0 < ran.seconds < 600
    assert (wrong(ran), ran.failure, ran.three_way, ran.timed_out) == ((None, 0), None, None, False)
    assert here.asked == [2.0] and here.open == 0


def test_the_answer_is_loaded_anew_for_each_level_with_the_levels_seed(oracle: Oracle) -> None:
    here = Here()
    check = check_of(oracle, "doubles")
    code = prepared(oracle, REFERENCE)

    run_check(check, oracle, here.sandbox, code, 2.0)

    assert here.said == [
        (code.code, oracle.exercise.aliases, "double.py", oracle.workers_seed(check, level)) for level in range(3)
    ]


def test_another_spelling_is_accepted(oracle: Oracle) -> None:
    assert wrong(run(oracle, "doubles", REFERENCE.replace("double", "twice"))) == (None, 0)


def test_the_first_level_that_is_wrong_is_kept_and_the_others_run_all_the_same(oracle: Oracle) -> None:
    calls = "calls = []\n\n\ndef double(x):\n    return x * 2 if abs(x).max() in (1, 2, 3) else x * 3\n"

    ran = run(oracle, "doubles", calls)

    assert wrong(ran) == ("values", 1) and len(ran.observations) == 3
    assert ran.failure is ran.observations[1]
    always = run(oracle, "doubles", "def double(x):\n    return x * 3\n")
    assert wrong(always) == ("values", 0) and always.failure is always.observations[0]


def test_the_tolerance_is_the_checks(oracle: Oracle) -> None:
    near = prepared(oracle, "def double(x):\n    return x * 2.01\n")
    check = check_of(oracle, "doubles")

    assert run_check(check, oracle, Here().sandbox, near, 2.0).wrong is not None
    assert run_check(check._replace(rtol=0.1), oracle, Here().sandbox, near, 2.0).wrong is None


@pytest.mark.parametrize(
    ("id_", "source", "kind"),
    [
        ("doubles", "def double(x):\n    raise ValueError\n", "error"),
        ("even", "def double(x):\n    return 7.0\n", "expectation"),
        ("doubles", "", "error"),
        ("doubles", "def double(x):\n    return None\n", "type"),
        ("slopes", REFERENCE.replace("d * 2", "d * 3"), "values"),
        ("more", "def double(x):\n    return x\n", "values"),
    ],
)
def test_what_is_wrong_is_found(oracle: Oracle, id_: str, source: str, kind: str) -> None:
    assert wrong(run(oracle, id_, source)) == (kind, 0)


def test_what_was_printed_is_kept_but_for_hidden_checks(oracle: Oracle) -> None:
    assert run(oracle, "doubles", REFERENCE, Here(printed="hello")).output == "hello"
    assert run(oracle, "more", REFERENCE, Here(printed="hello")).output == ""


def test_a_worker_that_is_gone_is_asked_nothing_more(oracle: Oracle) -> None:
    here = Here(carry_out=raising(Fault("timeout")))

    ran = run(oracle, "doubles", REFERENCE, here)

    assert wrong(ran) == ("fault", 0) and len(ran.observations) == 1 and len(here.said) == 1
    assert ran.timed_out and ran.failure is not None and ran.failure.fault is not None


@pytest.mark.parametrize(("status", "timed_out"), [("timeout", True), ("memory", False)])
def test_which_end_is_out_of_time(oracle: Oracle, status: Any, timed_out: bool) -> None:
    assert run(oracle, "doubles", REFERENCE, Here(carry_out=raising(Fault(status)))).timed_out is timed_out


def test_an_answer_that_does_not_load_stops_everything(oracle: Oracle) -> None:
    with pytest.raises(AnswerError) as caught:
        run(oracle, "doubles", "def double(x=1 / 0): return x\n")
    assert (caught.value.type_name, caught.value.line) == ("ZeroDivisionError", 1)
    with pytest.raises(Fault) as fault:
        run(oracle, "doubles", REFERENCE, Here(load=raising(Fault("memory"))))
    assert fault.value.status == "memory"
    with pytest.raises(Fault) as protocol:
        run(oracle, "doubles", REFERENCE, Here(load=lambda: ("prepared",)))
    assert protocol.value.status == "protocol"


# --- gradients ----------------------------------------------------------------------------------------------------


def test_a_wrong_gradient_gets_the_three_way_answer(oracle: Oracle) -> None:
    ran = run(oracle, "slopes", REFERENCE.replace("d * 2", "d * 3"))

    assert ran.three_way == "backward-wrong"
    both = run(oracle, "slopes", REFERENCE.replace("x * 2", "x * 3").replace("d * 2", "d * 3"))
    assert both.three_way == "forward-wrong-backward-consistent"


def test_a_gradient_is_looked_into_at_the_level_that_is_wrong(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    audited: list[Any] = []
    drawn: list[Any] = []
    draw = oracle.draw

    def drawing(check: Check, level: int) -> Any:
        drawn.append((check, level))
        return draw(check, level)

    monkeypatch.setattr(oracle, "audit", lambda *asked: audited.append(asked))
    monkeypatch.setattr(oracle, "draw", drawing)
    check = check_of(oracle, "slopes")

    run(oracle, "slopes", REFERENCE.replace("d * 2", "d * 2 if abs(d).max() in (1, 2, 3) else d * 3"))

    assert audited == [(check, 1)]
    assert drawn == [(check, 0), (check, 1), (check, 1), (check, 2)]


def test_a_check_that_was_not_run_has_printed_nothing(oracle: Oracle) -> None:
    assert Ran(oracle.checks[0], (), 0.0).output == ""


def test_without_explaining_there_is_none(oracle: Oracle) -> None:
    ran = run(oracle, "slopes", REFERENCE.replace("d * 2", "d * 3"), explain=False)

    assert wrong(ran) == ("values", 0) and ran.three_way is None


def test_what_is_no_gradient_check_has_none(oracle: Oracle) -> None:
    assert run(oracle, "doubles", "def double(x):\n    return x\n").three_way is None
    assert run(oracle, "slopes", "def double(x):\n    raise ValueError\n").three_way is None


def test_a_sandbox_that_fails_in_the_course_of_explaining_is_our_fault(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a killed zygote would leave a result with fewer words than the same answer gets otherwise, and nobody would try again."""
    monkeypatch.setattr(gradient, "explain", lambda *_: raising(SandboxError("the zygote does not answer"))())

    with pytest.raises(SandboxError):
        run(oracle, "slopes", REFERENCE.replace("d * 2", "d * 3"))


def test_an_answer_that_fails_in_the_course_of_explaining_keeps_its_verdict(oracle: Oracle) -> None:
    """Its third forward and later ones raise: those of the finite differences."""
    source = (
        "seen = []\n\n\ndef double(x):\n    seen.append(1)\n    if len(seen) > 1:\n        raise ValueError\n    return x * 3\n\n\n"
        "def slope(d):\n    return d * 3\n"
    )

    ran = run(oracle, "slopes", source)

    assert wrong(ran) == ("values", 0) and ran.three_way is None


def test_a_reference_that_is_wrong_costs_nobody_a_point(tmp_path: Path) -> None:
    """It is looked at before a gradient may be called wrong, at the level that is."""
    course = small_course(tmp_path)
    solution = course.root / "solutions" / "01_first" / "double" / "double.py"
    solution.write_text(REFERENCE.replace("d * 2", "d * 3"))
    oracle = small_oracle(course)

    with pytest.raises(CourseError, match="disagrees with finite differences"):
        run(oracle, "slopes", REFERENCE)
    assert run(oracle, "slopes", REFERENCE, explain=False).wrong is not None


# --- all checks ---------------------------------------------------------------------------------------------------


def test_every_check_runs_in_its_turn_in_a_worker_of_its_own(oracle: Oracle) -> None:
    here = Here()

    ran = list(run_checks(oracle.checks, oracle, here.sandbox, prepared(oracle, REFERENCE)))

    assert [one.check.id for one in ran] == ["doubles", "even", "slopes", "more"]
    assert here.asked == [4.0] * 4


def test_after_a_timeout_the_later_checks_get_less(oracle: Oracle) -> None:
    here = Here(carry_out=raising(Fault("timeout")))

    list(run_checks(oracle.checks, oracle, here.sandbox, prepared(oracle, REFERENCE)))

    assert here.asked == [4.0, 1.0, 1.0, 1.0] and SECONDS_AFTER_A_TIMEOUT == 1.0


def test_after_another_fault_they_do_not(oracle: Oracle) -> None:
    here = Here(carry_out=raising(Fault("memory")))

    list(run_checks(oracle.checks, oracle, here.sandbox, prepared(oracle, REFERENCE)))

    assert here.asked == [4.0] * 4


def test_a_limit_that_is_less_already_stays(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    quick = Oracle(course, course.exercises[0]._replace(seconds=0.5), 0)
    here = Here(carry_out=raising(Fault("timeout")))

    list(run_checks(quick.checks, quick, here.sandbox, prepared(quick, REFERENCE)))

    assert here.asked == [0.5] * 4


def test_an_answer_that_does_not_load_is_not_tried_again(oracle: Oracle) -> None:
    here = Here(load=raising(Fault("exited")))

    with pytest.raises(Fault):
        list(run_checks(oracle.checks, oracle, here.sandbox, prepared(oracle, REFERENCE)))
    assert len(here.asked) == 1


@pytest.mark.parametrize(
    "reply",
    [
        ("error", "k", "T", "text", 3),
        ("error", "syntax", "T" * 101, "text", 3),
        ("error", "syntax", "T", "x" * 301, 3),
        ("error", "syntax", "T", "text", "3"),
        ("error", "syntax", "T", "text", True),
        ("error", "syntax", "T", "text", 0),
        ("error", "syntax", "T", "text", 1 << 31),
        ("prepared", b"", [None] * 51),
    ],
)
def test_a_reply_out_of_bounds_is_no_reply(oracle: Oracle, reply: Any) -> None:
    with pytest.raises(Fault, match="protocol"):
        prepare(oracle.exercise, file_answer("a.py", ""), Here(prepare=lambda: reply).sandbox)
