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


def test_a_few_calls_each_once() -> None:
    shown = calls([step("f", (n % 9,), {}) for n in range(100)]).splitlines()

    assert len(shown) == len(set(shown)) == 6


def test_a_failure_shows_the_calls_that_led_to_it(course: Course, sandbox: Sandbox) -> None:
    source = reference_source(course, "affine").replace("x @ self.W + self.b", "x @ self.W")
    failed = next(
        check for check in grade_sources(course, sandbox, {"affine": source}).exercises[0].checks if check.message
    )
    heading, construction, call = failed.detail.en.split("\n")[:3]

    assert (heading, construction[:10], call[:17]) == ("called", "  Affine([", "  Affine.forward(")
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    W, b = eval(construction.strip()[6:])
    (x,) = (eval(call.strip()[len("Affine.forward") :]),)
    got = namespace["Affine"](np.array(W, float), np.array(b, float)).forward(np.array(x, float))
    assert f"got {got.ravel()[0]:g}" in failed.message.en or any(
        f"{value:g}" in failed.message.en for value in got.ravel()
    )


def test_a_result_that_changes_is_called_so(course: Course, sandbox: Sandbox) -> None:
    source = "import numpy as np\ndef sigmoid(x):\n    return np.random.default_rng().normal(size=np.shape(x))\n"
    seeded = "import numpy as np\ndef sigmoid(x):\n    return np.random.normal(size=np.shape(x))\n"

    def slugs(text: str) -> list[str]:
        return [one.slug for one in grade_sources(course, sandbox, {"sigmoid": text}).exercises[0].diagnoses]

    assert slugs(source)[0] == "not-reproducible"
    assert "not-reproducible" not in slugs(seeded)  # the grader seeds numpy's global generator
