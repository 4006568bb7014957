"""A counterexample runs below the answer that failed, and finds there what it says; below the reference it finds what is right."""

from __future__ import annotations

import ast
import random
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.errors import CourseError
from grader.judge import counterexample as module
from grader.judge.counterexample import Shown, counterexample
from grader.judge.run import Prepared, Ran
from grader.model import Disclosure, Mistake, file_answer
from grader.sandbox.host import open_sandbox
from tests.conftest import ROOT, grade_sources, reference_source

COURSE = load_course(ROOT)
SAMPLED = 3
OF_LARGE_ARRAYS = ("dropout", "regression_to_classification")  # where shares and averages are what is compared


def failures(oracle: Oracle, mistake: Mistake) -> Iterator[tuple[Ran, Shown]]:
    """What is shown of each check with points that a mistake fails; it runs in this process."""

    def observed(ran: Ran, levels: Sequence[int], *_: Any) -> Iterable[Any]:
        for level in levels:
            try:
                small = oracle.in_short(ran.check, level)
            except CourseError:
                yield None
                continue
            like = small.gradient.value if small.gradient else None
            yield oracle._locally(mistake.implement(), ran.check, level, like, alone=True)

    answer = file_answer("answer.py", (oracle.exercise.solution / f"{oracle.exercise.id}.py").read_text())  # type: ignore[operator]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_observed", observed)
        for check in oracle.checks:
            seen = [oracle.of_mistake(mistake, check, level) for level in range(check.levels)]
            wrong = list(oracle.differences(check, seen))
            level = next((level for level, one in enumerate(wrong) if one), None)
            if level is None or not check.points:
                continue
            ran = Ran(check=check, observations=tuple(seen), seconds=0.0, wrong=wrong[level], level=level)
            shown = counterexample(ran, oracle, None, Prepared(answer, b"", ()))  # type: ignore[arg-type]
            if shown:
                yield ran, shown


def carried_out(program: str, namespace: dict[str, Any]) -> Any:
    """What the last line of a program gives."""
    *before, last = ast.parse(program).body
    namespace |= {"np": np}
    random.seed(0)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(ast.Module(before, []), "program", "exec"), namespace)
        return eval(compile(ast.Expression(last.value), "program", "eval"), namespace)  # type: ignore[attr-defined]


def ending(program: str) -> dict[str, str]:
    """The comments below the last line, by their first word."""
    rows = [line[2:] for line in program.split("\n") if line.startswith("# ")]
    return {row.split(" ")[0]: row.split(" ", 1)[1].strip() for row in rows if " " in row}


@pytest.mark.parametrize("id_", [one.id for one in COURSE.exercises])
def test_a_counterexample_does_what_it_says(id_: str) -> None:
    oracle = Oracle(COURSE, next(one for one in COURSE.exercises if one.id == id_), 0)
    told = 0
    for mistake in oracle.mistakes[:SAMPLED]:
        for _, shown in failures(oracle, mistake):
            program = shown.program.en
            if not program:
                continue
            told += 1
            said = ending(program)
            if program.endswith("is not defined"):
                carried_out(program, dict(oracle.reference))
            elif "stops" in program.split("\n")[-1]:
                with pytest.raises(Exception) as caught:
                    carried_out(program, mistake.implement())
                assert type(caught.value).__name__ in program
                result = carried_out(program, dict(oracle.reference)) if "expected" in said else None
                assert "expected" not in said or said["expected"].startswith(module._value(result).en[:30])
            elif "got" in said and not said.keys() & {"the", "how"}:
                assert module._value(carried_out(program, mistake.implement())).en == said["got"], program
                assert module._value(carried_out(program, dict(oracle.reference))).en == said["expected"], program
            else:
                carried_out(program, dict(oracle.reference))
    assert told or id_ in OF_LARGE_ARRAYS


def test_what_is_shown_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points, statuses and diagnoses are the same where nothing smaller is looked for."""
    source = "import numpy as np\n\ndef softmax(x):\n    e = np.exp(x)\n    return e / e.sum()\n"
    with open_sandbox() as sandbox:
        shown = grade_sources(COURSE, sandbox, {"softmax": source}).exercises[0]
        monkeypatch.setattr(module, "SMALLER", ())
        as_seen = grade_sources(COURSE, sandbox, {"softmax": source}).exercises[0]

    assert [(one.status, one.score) for one in shown.checks] == [(one.status, one.score) for one in as_seen.checks]
    assert shown.diagnoses == as_seen.diagnoses
    assert any(
        len(one.program.en) < len(other.program.en) for one, other in zip(shown.checks, as_seen.checks, strict=True)
    )


def test_a_right_answer_is_not_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any) -> None:
        raise AssertionError("a right answer was looked into")

    monkeypatch.setattr(module, "counterexample", never)
    with open_sandbox() as sandbox:
        result = grade_sources(COURSE, sandbox, {"softmax": reference_source(COURSE, "softmax")}).exercises[0]

    assert result.status == "passed"


def test_calls_of_the_same_kind_are_not_merged() -> None:
    oracle = Oracle(COURSE, next(one for one in COURSE.exercises if one.id == "affine"), 0)
    programs = [shown.program.en for mistake in oracle.mistakes for _, shown in failures(oracle, mistake)]

    assert any(one.count("layer.backward(") > 1 for one in programs)


@pytest.mark.parametrize("disclosure", ["full", "category", "none"])
def test_of_a_hidden_check_nothing_is_shown_that_may_not_be(disclosure: Disclosure) -> None:
    source = "import numpy as np\n\ndef softmax(x):\n    e = np.exp(x)\n    return e / e.sum()\n"
    with open_sandbox() as sandbox:
        checks = grade_sources(COURSE._replace(disclosure=disclosure), sandbox, {"softmax": source}).exercises[0].checks
    hidden = [one for one in checks if one.hidden and one.status != "passed" and one.max_score]

    assert hidden and all(bool(one.program) == (disclosure == "full") for one in hidden)
    assert all(one.program for one in checks if not one.hidden and one.status == "failed")


def test_a_program_ends_with_the_update_that_is_compared() -> None:
    oracle = Oracle(COURSE, next(one for one in COURSE.exercises if one.id == "momentum"), 0)
    ended = {
        (int(step[1]), shown.program.en.count(".update("))
        for mistake in oracle.mistakes
        for ran, shown in failures(oracle, mistake)
        if ran.check.id == "four_steps" and (step := re.search(r"how far it moves: \w+: update (\d)", shown.program.en))
    }

    assert ended == {(1, 1), (2, 2), (3, 3)}
