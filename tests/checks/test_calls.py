"""The calls that a failure shows: small enough to repeat, and as they were made."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks.calls import calls, step
from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.conftest import grade_sources, reference_source


@pytest.mark.parametrize(
    ("args", "kwargs", "line"),
    [
        ((np.array([[1.0, -2.5]]), 3), {}, "f([[1, -2.5]], 3)"),
        ((), {"lr": 0.1, "amsgrad": False, "name": "a"}, "f(lr=0.1, amsgrad=False, name='a')"),
        (({"W": np.ones((1, 2))}, [np.zeros(1), None]), {}, "f({'W': [[1, 1]]}, [[0], None])"),
        ((np.zeros((9, 8)),), {}, "f(<array (9, 8)>)"),
        ((np.full((4, 6), -1.23456789),) * 2, {}, "f(<array (4, 6)>, <array (4, 6)>)"),
        ((np.array(True), np.int64(3), float("nan")), {}, "f(True, 3, nan)"),
    ],
)
def test_how_a_call_reads(args: Any, kwargs: Any, line: str) -> None:
    assert calls([step("f", args, kwargs)]) == f"  {line}"


def test_arguments_are_shown_as_they_were_before_the_call() -> None:
    params = {"W": np.ones(2)}
    made = step("update", (params,), {})
    params["W"] -= 1

    assert calls([made]) == "  update({'W': [1, 1]})"


def test_the_last_calls_are_told_and_none_is_merged() -> None:
    shown = calls([step("f", (0,), {}) for _ in range(100)]).splitlines()

    assert shown == ["  …", *["  f(0)"] * 6]
    assert calls([step("f", (0,), {})] * 2) == "  f(0)\n  f(0)"


def test_a_failure_shows_a_program_that_does_what_it_says(course: Course, sandbox: Sandbox) -> None:
    source = reference_source(course, "affine").replace("x @ self.W + self.b", "x @ self.W")
    failed = next(
        check for check in grade_sources(course, sandbox, {"affine": source}).exercises[0].checks if check.message
    )
    *lines, expected, got = failed.program.en.split("\n")

    assert lines[0].startswith("layer = Affine(np.array([[") and lines[-1].startswith("layer.forward(np.array([[")
    assert all(f"  {line}" in failed.detail.en for line in (*lines, expected, got))
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    exec("\n".join(lines[:-1]), namespace)
    result = eval(lines[-1], namespace)
    assert result.shape == (1, 1)  # as small as can be
    assert got == f"# got      [[{result[0, 0]:g}]]" and expected != got


def test_a_result_that_changes_is_called_so(course: Course, sandbox: Sandbox) -> None:
    source = "import numpy as np\ndef sigmoid(x):\n    return np.random.default_rng().normal(size=np.shape(x))\n"
    seeded = "import numpy as np\ndef sigmoid(x):\n    return np.random.normal(size=np.shape(x))\n"

    def slugs(text: str) -> list[str]:
        return [one.slug for one in grade_sources(course, sandbox, {"sigmoid": text}).exercises[0].diagnoses]

    assert slugs(source)[0] == "not-reproducible"
    assert "not-reproducible" not in slugs(seeded)  # the grader seeds numpy's global generator
