"""One answer against one exercise: the result whole, and what may stand in it of hidden checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.checks.oracle import Oracle
from grader.course.stub import pristine_stub
from grader.errors import CourseError, Fault, SandboxError
from grader.judge import judge as module
from grader.judge import run
from grader.judge.judge import absent, judge
from grader.model import NOTHING, Answer, Cell, Disclosure, ExerciseResult, file_answer, same
from tests.judge.here import REFERENCE, Here, after, raising, small_course, small_oracle

LOOKED = 1.0  # seconds of the worker that looks for slips
IDS = ["doubles", "even", "slopes", "more"]
SQUARED = "def double(x):\n    return x * x\n\n\ndef slope(d):\n    return d * 2\n"
HIDDEN_WRONG = "def double(x):\n    return x * x if getattr(x, 'shape', 0) == (2,) else x * 2\n\n\ndef slope(d):\n    return d * 2\n"


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    return small_oracle(small_course(tmp_path_factory.mktemp("judge")))


def judged(
    oracle: Oracle, answer: str | Answer | None, here: Here | None = None, disclosure: Disclosure = "full"
) -> ExerciseResult:
    offered = file_answer("double.py", answer) if isinstance(answer, str) else answer
    return judge(oracle.exercise, offered, oracle, (here or Here()).sandbox, disclosure)


def statuses(result: ExerciseResult) -> list[str]:
    return [check.status for check in result.checks]


def slugs(result: ExerciseResult) -> list[str]:
    return [one.slug for one in result.diagnoses]


def unjudged(result: ExerciseResult, status: str, message: str) -> None:
    """Every check has the exercise's status and words, and nobody has a point."""
    assert (result.id, result.unit, result.status, result.message.en) == ("double", "01_first", status, message)
    assert (result.score, result.max_score, 0 <= result.duration_s < 600) == (0.0, 8.0, True)
    assert [check.id for check in result.checks] == IDS
    assert {(check.status, check.message, check.score) for check in result.checks} == {(status, result.message, 0.0)}


# --- what is seen in the code -----------------------------------------------------------------------------------------


def test_a_slip_comes_before_a_known_mistake_and_nothing_is_run_again(oracle: Oracle) -> None:
    here = Here()
    source = "def double(x):\n    x == 2\n    return x * x\n\n\ndef slope(d):\n    return d * 2\n"

    result = judged(oracle, source, here)

    assert [(one.slug, one.kind) for one in result.diagnoses] == [("comparison-alone", "slip"), ("squared", "mistake")]
    assert [one.is_unsure for one in result.diagnoses] == [False, True]  # it may be what the slip has brought about
    assert result.diagnoses[0].message.en.startswith("double.py, line 2 compares (==)")
    assert here.asked == [4.0] * 5 + [1.0] * 3 + [LOOKED]


def test_what_is_only_so_is_said_where_nothing_better_is_known(oracle: Oracle) -> None:
    source = "import numpy as np\ndef double(x):\n    np.copy(x)\n    return {}\n\n\ndef slope(d):\n    return d * 2\n"

    assert slugs(judged(oracle, source.format("x * x"))) == ["squared"]
    assert slugs(judged(oracle, source.format("x * x * x - 5 * x + 7")))[0] == "thrown-away"


def test_the_exception_that_a_slip_brings_about_makes_it_certain(oracle: Oracle) -> None:
    result = judged(
        oracle,
        "import numpy as np\ndef double(x):\n    return np.summ([x, x], axis=0)\n\n\ndef slope(d):\n    return d * 2\n",
    )

    assert [(one.slug, one.kind, one.confidence) for one in result.diagnoses] == [("numpy-near", "slip", 1.0)]


def test_an_answer_that_stops_at_import_is_looked_at_too(oracle: Oracle) -> None:
    source = "def helper(x):\n    return np.array(x)\n\n\ntable = helper([1])\n\n\ndef double(x):\n    return table * 2\n\n\ndef slope(d):\n    return d * 2\n"

    assert slugs(judged(oracle, source)) == ["numpy-not-imported"]


def test_what_a_diagnosis_says_is_no_note_as_well(oracle: Oracle) -> None:
    answer = file_answer("double.py", "def double(x):\n    return x * 2\n\n\ndef slopes(d):\n    return d * 2\n")
    [said] = [one.message for one in judged(oracle, answer).diagnoses]

    result = judged(oracle, answer._replace(notes=(said, same("mended"))))

    assert said.en == "double.py, line 5 defines slopes; slope is asked for."
    assert ([one.message for one in result.diagnoses], result.notes) == ([said], (same("mended"),))


def test_a_right_answer_is_not_looked_at(oracle: Oracle) -> None:
    here = Here(slips=raising(AssertionError("looked at")))
    assert judged(oracle, REFERENCE, here).status == "passed"


@pytest.mark.parametrize(
    "reply",
    [
        lambda: ("slips", None),
        lambda: ("slips", [("name-near", 1, "double", "triple"), ("you-passed", 1)]),
        lambda: ("slips",),
        lambda: ("loaded",),
        lambda: ("error", "exception", "ValueError", "x", None),
        raising(Fault("timeout")),
        raising(Fault("crashed", "SIGSEGV")),
        raising(Fault("protocol", "not a reply")),
    ],
)
def test_whatever_the_worker_says_of_slips_the_verdict_and_the_mistake_stand(
    oracle: Oracle, reply: Callable[[], Any]
) -> None:
    result = judged(oracle, SQUARED, Here(slips=reply))
    assert (result.status, slugs(result)) == ("failed", ["squared"])


def test_a_sandbox_that_fails_over_slips_is_not_the_answers_fault(oracle: Oracle) -> None:
    with pytest.raises(SandboxError):
        judged(oracle, SQUARED, Here(slips=raising(SandboxError("no worker"))))


# --- what is not run ----------------------------------------------------------------------------------------------


def test_where_there_is_no_answer_every_check_is_missing(oracle: Oracle) -> None:
    here = Here()

    result = judged(oracle, None, here)

    unjudged(result, "missing", "no answer: nothing that was handed in defines double, slope, but for what was given.")
    assert result == absent(oracle.exercise, oracle.checks)
    assert (result.answer, result.notes, result.diagnoses, result.duration_s, here.asked) == (None, (), (), 0.0, [])
    assert {check.line for check in result.checks} == {None}


def test_what_could_not_be_read_is_invalid(oracle: Oracle) -> None:
    answer, here = Answer("double.py", (), notes=(same("mended"),), problem=same("it is not text.")), Here()

    result = judged(oracle, answer, here)

    unjudged(result, "invalid", "it is not text.")
    assert (result.answer, result.notes, result.diagnoses, here.asked) == (answer, (same("mended"),), (), [])
    assert {check.line for check in result.checks} == {None}


def test_the_stub_is_not_started(oracle: Oracle) -> None:
    here = Here()
    answer = file_answer("double.py", pristine_stub(oracle.exercise) + "\n")._replace(notes=(same("mended"),))

    result = judged(oracle, answer, here)

    unjudged(result, "not_started", "not started yet.")
    assert (result.answer, result.notes, here.asked) == (answer, (same("mended"),), [])


def test_what_cannot_be_compiled_says_where_and_what_it_usually_means(oracle: Oracle) -> None:
    result = judged(
        oracle, file_answer("double.py", "def double(x):\n    return (\n")._replace(notes=(same("mended"),))
    )

    unjudged(
        result,
        "error",
        "the file cannot be read as Python (double.py, line 2): the bracket ( that opens in line 2 is never closed: a ) is missing.",
    )
    assert {check.line for check in result.checks} == {2} and result.notes == (same("mended"),)


def test_what_stops_at_import_stops_every_check(oracle: Oracle) -> None:
    here = Here(prepare=lambda: ("prepared", b"", [("broken-cell", 1, 1, "odd")]), load=lambda: ("error", "exception", "NameError", "name 'np' is not defined", 1))  # fmt: skip

    result = judged(oracle, "np.x", here)

    unjudged(result, "error", "it stopped with NameError: name 'np' is not defined (double.py, line 1: np.x).")
    assert [note.en for note in result.notes] == ["double.py was left out: odd (line 1)."]
    assert result.diagnoses and slugs(result) == ["unknown-name"] and len(here.asked) == 3  # what it does is looked at
    assert result.answer == file_answer("double.py", "np.x")


@pytest.mark.parametrize("verb", ["prepare", "load"])
def test_a_worker_that_ends_at_import_ends_every_check(oracle: Oracle, verb: str) -> None:
    here = Here()
    here.replies[verb] = raising(Fault("memory"))
    result = judged(oracle, "x = 1", here)

    unjudged(result, "memory", "it used too much memory and was stopped.")
    assert result.diagnoses == () and {check.line for check in result.checks} == {None}


def test_a_course_at_fault_is_found_before_a_worker_is_asked(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    (course.root / "exercises" / "01_first" / "double" / "checks.py").write_text(
        "from grader.authoring import check\n\n@check(points=1, en='e', ja='j')\ndef bad(lab, draw):\n    return lab.nothing()\n"
    )
    here = Here()

    with pytest.raises(CourseError):
        judged(small_oracle(course), "x = 1", here)
    assert here.asked == []


def test_a_sandbox_that_fails_is_nobodys_score(oracle: Oracle) -> None:
    with pytest.raises(SandboxError):
        judged(oracle, "x = 1", Here(prepare=raising(SandboxError("no fork"))))


# --- what is ------------------------------------------------------------------------------------------------------


def test_a_right_answer_has_all_points(oracle: Oracle) -> None:
    answer = file_answer("double.py", REFERENCE)._replace(notes=(same("mended"),))

    result = judged(oracle, answer, Here(printed="hello"))

    assert (result.status, result.score, result.max_score, result.message) == ("passed", 8.0, 8.0, NOTHING)
    assert (result.notes, result.diagnoses, result.answer) == ((same("mended"),), (), answer)
    assert [check.id for check in result.checks] == IDS and statuses(result) == ["passed"] * 4
    assert [check.output for check in result.checks] == ["hello", "hello", "hello", ""]
    assert 0 <= result.duration_s < 600 and result.duration_s >= sum(check.duration_s for check in result.checks)


def test_a_wrong_answer_has_the_points_of_what_is_right_and_its_mistake(oracle: Oracle) -> None:
    here = Here()

    result = judged(oracle, SQUARED, here)

    assert (result.status, result.score) == ("failed", 3.0)
    assert statuses(result) == ["failed", "failed", "passed", "failed"]
    assert slugs(result) == ["squared"] and result.diagnoses[0].kind == "mistake"
    assert result.message == result.checks[0].message and result.message
    # compiled, four checks, each of the three that failed on small arrays, looked at; nothing more where a mistake is known
    assert here.asked == [4.0] * 5 + [1.0] * 3 + [LOOKED]


def test_the_workers_notes_and_numpys_warnings_come_after_those_of_the_answer(oracle: Oracle) -> None:
    source = "import warnings\n\n\ndef double(x):\n    warnings.warn('overflow encountered in exp')\n    return x * 2\n\n\ndef slope(d):\n    return d * 2\n"
    answer = Answer(
        "n.ipynb", (Cell(1, source, same("cell 1")), Cell(12, "x = (", same("cell 2"))), "", (same("mended"),)
    )

    result = judged(oracle, answer)

    assert result.status == "passed"
    assert [note.en for note in result.notes] == [
        "mended",
        "cell 2 was left out: '(' was never closed (line 1).",
        "numpy warned: overflow encountered in exp (cell 1, line 5: warnings.warn('overflow encountered in exp')). No points are lost.",
    ]


def test_a_missing_symbol_is_no_note(oracle: Oracle) -> None:
    answer = Answer("n.ipynb", (Cell(1, "def slope(d):\n    return d * 2", same("cell 1")),))

    assert judged(oracle, answer).notes == ()


# --- what is said of hidden checks --------------------------------------------------------------------------------


@pytest.mark.parametrize(("disclosure", "named"), [("full", ["squared"]), ("category", ["squared"]), ("none", [])])
def test_a_mistake_that_only_a_hidden_check_shows_is_named_if_the_course_may(
    oracle: Oracle, disclosure: Disclosure, named: list[str]
) -> None:
    """Everything else is asked in public and right; so `none` knows nothing, and says nothing."""
    hidden = small_hidden(oracle)

    result = judged(hidden, SQUARED, disclosure=disclosure)

    assert statuses(result) == ["failed"] and slugs(result) == named


def noting(given: list[Any]) -> Callable[..., list[Any]]:
    """A diagnosis that finds nothing and keeps what it was given."""

    def diagnose(*asked: Any) -> list[Any]:
        given.append(asked)
        return []

    return diagnose


def small_hidden(oracle: Oracle) -> Oracle:
    """The same exercise with the hidden check alone."""
    made = Oracle(oracle.course, oracle.exercise, 0)
    made.checks = tuple(one for one in oracle.checks if one.hidden)
    return made


@pytest.mark.parametrize(("disclosure", "noted"), [("full", True), ("category", False), ("none", False)])
def test_warnings_in_a_hidden_check_are_told_only_where_all_may_be(
    oracle: Oracle, disclosure: Disclosure, noted: bool
) -> None:
    source = "import warnings\n\n\ndef double(x):\n    warnings.warn('overflow encountered in exp')\n    return x * 2\n"

    assert bool(judged(small_hidden(oracle), source, disclosure=disclosure).notes) is noted


@pytest.mark.parametrize(("disclosure", "told"), [("full", ["x"]), ("category", []), ("none", [])])
def test_diagnosis_is_given_what_may_be_told(
    oracle: Oracle, disclosure: Disclosure, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Any] = []
    monkeypatch.setattr(module, "diagnose", noting(given))
    result = judged(oracle, HIDDEN_WRONG, disclosure=disclosure)

    [(whose, basis, in_view, three_way, slips, code)] = given
    public = ["doubles", "even", "slopes"]
    assert statuses(result) == ["passed", "passed", "passed", "failed"]
    assert whose is oracle and three_way == [] and slips == () and code == HIDDEN_WRONG
    assert list(basis) == (public if disclosure == "none" else IDS)
    assert list(in_view) == (IDS if disclosure == "full" else public)
    assert [one.failed for one in basis.values()] == [False, False, False, True][: len(basis)]
    assert len(basis["doubles"].observations) == 3 and told == told


def test_the_three_way_answer_reaches_the_diagnosis(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []
    monkeypatch.setattr(module, "diagnose", noting(given))
    judged(oracle, REFERENCE.replace("d * 2", "d * 3"))

    assert given[0][3] == ["backward-wrong"]


# --- what differs each time ---------------------------------------------------------------------------------------

COUNTING = "def double(x):\n    return x * 2 + 0.5\n\n\ndef slope(d):\n    return d * 2\n"


def unsteady(oracle: Oracle, monkeypatch: pytest.MonkeyPatch, source: str, again: Callable[[], Any], known: str = "structure", disclosure: Disclosure = "full") -> tuple[ExerciseResult, Here]:  # fmt: skip
    """The result of an answer whose first check, when it is run once more, is carried out by `again`."""
    from grader.model import Diagnosis

    monkeypatch.setattr(module, "diagnose", lambda *_: [Diagnosis("found", known, 1.0, same("f"), same("h"))])  # type: ignore[arg-type]
    here = Here()
    first = run.run_check

    def run_check(*asked: Any, **how: Any) -> Any:
        if how:
            assert how == {"explain": False}  # what it was that differed is known already
            here.replies["carry_out"] = again
        return first(*asked, **how)

    monkeypatch.setattr(module, "run_check", run_check)
    return judged(oracle, source, here, disclosure), here


def other_result() -> bytes:
    from grader.sandbox.inside import wire

    return wire.dumps((wire.dumps([("value", 1.0, [])]), wire.dumps(0), []))


def test_what_gives_another_result_each_time_is_said_so_before_all_else(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    result, here = unsteady(oracle, monkeypatch, COUNTING, other_result)

    assert slugs(result) == ["not-reproducible", "found"]
    first = result.diagnoses[0]
    assert (first.kind, first.confidence) == ("structure", 1.0)
    assert first.message.en.startswith("the same call gives another result each time") and first.hint.en.startswith(
        "Where does a random number"
    )
    assert here.asked == [4.0] * 5 + [1.0] * 3 + [LOOKED, 1.0]


def test_what_gives_the_same_again_is_not(oracle: Oracle) -> None:
    here = Here()

    result = judged(oracle, COUNTING, here)

    assert "not-reproducible" not in slugs(result) and here.asked == [4.0] * 5 + [1.0] * 3 + [LOOKED, 1.0]


def test_where_a_mistake_is_known_nothing_is_run_again(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    result, here = unsteady(oracle, monkeypatch, COUNTING, other_result, known="mistake")

    assert slugs(result) == ["found"] and here.asked == [4.0] * 5 + [1.0] * 3 + [LOOKED]


@pytest.mark.parametrize("fault", [Fault("timeout"), Fault("crashed")])
def test_a_worker_that_ends_the_second_time_says_nothing(
    oracle: Oracle, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert slugs(unsteady(oracle, monkeypatch, COUNTING, raising(fault))[0]) == ["found"]


def test_neither_does_one_that_ended_the_first_time(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "diagnose", lambda *_: [])
    gone = Here(carry_out=after(0, raising(Fault("timeout")), lambda: b""))

    result = judged(oracle, COUNTING, gone)

    assert (
        slugs(result) == [] and statuses(result) == ["timeout"] * 4 and gone.asked[:6] == [4.0, 4.0, 1.0, 1.0, 1.0, 1.0]
    )


def test_an_answer_that_does_not_load_the_second_time_says_nothing(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "diagnose", lambda *_: [])
    first = run.run_check

    def run_check(*asked: Any, **how: Any) -> Any:
        if how:
            raise Fault("exited")
        return first(*asked, **how)

    monkeypatch.setattr(module, "run_check", run_check)

    assert slugs(judged(oracle, COUNTING)) == []


def test_the_tolerance_decides_whether_it_is_another_result(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it is off by less than the check allows."""
    from grader.sandbox.inside import wire

    expected = [oracle.expected(oracle.checks[0], level).value for level in range(3)]
    replies = iter([value + 0.5 + 1e-9 for value in expected])

    def nearly() -> bytes:
        return wire.dumps((wire.dumps([("value", next(replies), [])]), wire.dumps(0), []))

    result, _ = unsteady(oracle, monkeypatch, COUNTING, nearly)

    assert slugs(result) == ["found"] and result.notes == ()


@pytest.mark.parametrize("disclosure", ["category", "none"])
def test_a_hidden_check_is_not_run_again_where_little_may_be_told(
    oracle: Oracle, disclosure: Disclosure, monkeypatch: pytest.MonkeyPatch
) -> None:
    result, here = unsteady(oracle, monkeypatch, HIDDEN_WRONG, other_result, disclosure=disclosure)

    assert slugs(result) == ["found"] and len(here.asked) == (
        6 if disclosure == "category" else 5
    )  # looked at for what may be told
    assert slugs(unsteady(oracle, monkeypatch, HIDDEN_WRONG, other_result)[0]) == ["not-reproducible", "found"]


def test_a_stretch_is_not_run_again(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    stretch = Oracle(oracle.course, oracle.exercise, 0)
    stretch.checks = (oracle.checks[0]._replace(points=0.0), oracle.checks[2])

    result, here = unsteady(stretch, monkeypatch, COUNTING, other_result)

    assert statuses(result) == ["failed", "passed"] and slugs(result) == ["found"] and here.asked == [4.0] * 3


# --- an explanation that fails ------------------------------------------------------------------------------------


def test_a_bug_in_an_explanation_leaves_the_verdict_and_is_noted(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "diagnose", raising_with(ZeroDivisionError("a bug")))

    result = judged(oracle, file_answer("double.py", SQUARED)._replace(notes=(same("mended"),)))

    assert (result.status, result.diagnoses) == ("failed", ())
    assert [note.en for note in result.notes] == [
        "mended",
        "the mistake could not be looked into (ZeroDivisionError). The verdict stands.",
    ]


def test_what_was_found_before_the_bug_is_kept(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_unsteady", raising_with(ZeroDivisionError("a bug")))

    result = judged(oracle, COUNTING)

    assert result.diagnoses and len(result.notes) == 1


@pytest.mark.parametrize("error", [CourseError("c"), SandboxError("s")])
def test_what_is_the_courses_or_the_sandboxs_is_no_bug(
    oracle: Oracle, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "diagnose", raising_with(error))

    with pytest.raises(type(error)):
        judged(oracle, SQUARED)


def raising_with(error: Exception) -> Callable[..., Any]:
    def fail(*_: Any) -> Any:
        raise error

    return fail


def test_an_exercise_of_stretches_alone_says_why_it_was_not_run(oracle: Oracle) -> None:
    """No check that carries points has words to lend."""
    stretches = Oracle(oracle.course, oracle.exercise, 0)
    stretches.checks = tuple(one._replace(points=0.0) for one in oracle.checks)

    said = [
        judged(stretches, answer).message.en
        for answer in (None, pristine_stub(oracle.exercise), "def double(x=1 / 0): pass")
    ]
    assert [words.split(":")[0] for words in said] == [
        "no answer",
        "not started yet.",
        "it stopped with ZeroDivisionError",
    ]


def test_what_a_hidden_check_says_is_as_the_course_discloses(oracle: Oracle) -> None:
    messages = [
        judged(small_hidden(oracle), SQUARED, disclosure=how).checks[0].message.en
        for how in ("full", "category", "none")
    ]

    assert messages[0].startswith("what comes out: at [") and messages[1:] == [
        "the values are wrong.",
        "a hidden check did not pass.",
    ]


def test_messages_are_in_both_languages(oracle: Oracle) -> None:
    assert all(
        text.ja and text.ja != text.en for text in (judged(oracle, None).message, judged(oracle, SQUARED).message)
    )
