"""Whatever an answer returns ends as a verdict on that answer: never as the grader's failure, and never at its cost in time."""

from __future__ import annotations

from typing import Any

import pytest

from grader.checks.lab import Lab
from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.conftest import grade_sources, reference_source
from tests.hostile.catalogue import run_whole

VALUES = {
    "an integer beyond every array": "2**70",
    "a negative one": "-(2**64)",
    "one of ten thousand digits": "10**10000",
    "more in a list": "[2**70] * 4",
    "a key": "{2**70: 1.0}",
    "keys that collide": "{n * (2**61 - 1): 0.0 for n in range(12_000)}",
    "keys that are texts": "{'x' * n: 0 for n in range(3000)}",
    "a text of 20 MB": "'x' * 20_000_000",
    "bytes": "bytes(60_000_000)",
    "an array that is too large": "np.zeros(9_000_000)",
    "no entries in many axes": "np.zeros((0, 2**20))",
    "too many values": "[0.0] * 300_000",
    "deeper than deep": "__import__('functools').reduce(lambda inner, _: [inner], range(500), [])",
    "a list that holds itself": "(lambda x: (x.append(x), x)[1])([])",
    "half a character": "'\\ud800' * 100",
    "no number": "float('nan')",
    "a complex infinity": "complex('inf+nanj')",
    "a date": "np.datetime64('2026-01-01')",
    "an array of objects": "np.array([object(), {}], dtype=object)",
    "a record": "np.zeros(3, dtype='i4,f8')",
    "a class": "type('A' * 5000, (), {})",
    "an object whose name is a sentence": "type('passed\\n::error::', (), {})()",
    "a half precision": "np.float16(1e-7)",
    "unsigned": "np.full(3, 2**64 - 1, dtype=np.uint64)",
    "text in an array": "np.array(['1.0', '2.0'])",
    "an endless iterator": "__import__('itertools').count()",
    "nothing": "None",
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_strange_value_is_wrong_and_nothing_else(course: Course, sandbox: Sandbox, value: str) -> None:
    source = f"import numpy as np\ndef sigmoid(x):\n    return {value}\n"
    result = grade_sources(course, sandbox, {"sigmoid": source, "relu": reference_source(course, "relu")})

    strange, innocent = sorted(result.exercises, key=lambda one: one.id != "sigmoid")
    assert (strange.status, strange.score, strange.max_score) == ("failed", 0.0, 6)
    assert innocent.status == "passed"
    for text in (strange.message, *(check.message for check in strange.checks)):
        assert text.en and len(text.en) < 500 and text.en.isprintable()


VALUE, NO_WARNING = "('value', np.zeros(3), [])", "[]"
FORGED = {
    "a warning's line of 5,000 digits": (VALUE, "[('overflow encountered in exp', 10**5000)]"),
    "a line that is none": (VALUE, "[('overflow encountered in exp', 0)]"),
    "a thousand warnings": (VALUE, "[('overflow encountered in exp', n) for n in range(1, 1001)]"),
    "a warning of a megabyte": (VALUE, "[('x' * 1_000_000, 1)]"),
    "a message of a megabyte": ("('error', 'exception', 'ValueError', 'size ' * 200_000, 1)", NO_WARNING),
    "a name of a megabyte": ("('error', 'exception', 'V' * 1_000_000, 'x', 1)", NO_WARNING),
    "a kind that is none": ("('error', 'passed', 'ValueError', 'x', 1)", NO_WARNING),
    "a line before the first": ("('error', 'exception', 'ValueError', 'x', -1)", NO_WARNING),
    "a kind that is an array": ("('error', np.zeros(2), 'ValueError', 'x', 1)", NO_WARNING),
    "an outcome that is an array": ("(np.zeros(2), 1.0, [])", NO_WARNING),
    "a hundred thousand points": ("('value', 1.0, [0] * 100_000)", NO_WARNING),
}
FORGER = """
import sys
import numpy as np

wire, interpreter = sys.modules["inside.wire"], sys.modules["inside.interpreter"]

def reply(self, request):
    return wire.envelope(wire.dumps([{outcome}]), wire.dumps(0), {warnings})

interpreter.Interpreter.carry_out = reply

def sigmoid(x):
    return x
"""


@pytest.mark.parametrize(("outcome", "warnings"), FORGED.values(), ids=FORGED)
def test_a_forged_reply_is_refused_before_it_is_read_any_further(
    course: Course, sandbox: Sandbox, outcome: str, warnings: str
) -> None:
    source = run_whole(FORGER.format(outcome=outcome, warnings=warnings))
    [result] = grade_sources(course, sandbox, {"sigmoid": source}).exercises

    assert (result.status, result.score) == ("protocol", 0.0)


def test_another_type_from_the_third_call_on_does_not_undo_the_verdict(course: Course, sandbox: Sandbox) -> None:
    source = reference_source(course, "relu_layer") + (
        "\n\ncount = [0]\nright = Relu.forward\n\ndef forward(self, x):\n    count[0] += 1\n"
        "    return 'x' if count[0] > 2 else right(self, x) + 1\n\nRelu.forward = forward\n"
    )
    [result] = grade_sources(course, sandbox, {"relu_layer": source}).exercises

    assert result.status == "failed" and result.score < result.max_score > 0


def test_what_cannot_be_compared_is_wrong(course: Course, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    from grader.checks.difference import difference as real
    from grader.judge import run

    def stumbling(seen: Any, expected: Any, rtol: float) -> Any:
        if seen is not expected:
            raise KeyError("a bug")
        return real(seen, expected, rtol)

    monkeypatch.setattr(run, "difference", stumbling)
    [result] = grade_sources(course, sandbox, {"sigmoid": reference_source(course, "sigmoid")}).exercises

    assert (result.status, result.score, result.max_score) == ("failed", 0.0, 6)
    assert result.message.en == "the result cannot be compared with what is expected (KeyError)."


def test_an_object_that_a_check_compares_is_wrong_and_no_fault_of_the_checks(course: Course, sandbox: Sandbox) -> None:
    """Comparing or asking the truth of what lives in the worker is an author's error, unless the answer brought it there."""
    from grader.judge.run import _observe
    from tests.conftest import exercise

    def scenario(lab: Lab, draw: Any) -> Any:
        return 1.0 if lab.sigmoid(0.5) == 0.5 else 0.0

    from grader.checks.oracle import Oracle

    oracle = Oracle(course, exercise(course, "sigmoid"), 0)
    check = oracle.checks[0]._replace(scenario=scenario)
    with sandbox.worker(4) as worker:
        code = worker.prepare([(1, b"class A: pass\ndef sigmoid(x): return A()", "")], [], "a.py")[1]
        worker.load(code, {}, "a.py", 0)
        seen = _observe(check, Lab(worker.carry_out, oracle.classes), oracle.draw(check, 0), None)

    assert seen.error and seen.error.kind == "unusable"
