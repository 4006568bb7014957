"""An answer held against itself: 0 where it agrees, its own difference where not, and nothing for what is trivial."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks.calls import step
from grader.checks.compare import compare
from grader.checks.declare import check as declare
from grader.checks.difference import difference
from grader.checks.draw import Draw
from grader.checks.itself import Disagreement, gap
from grader.checks.lab import Lab
from grader.checks.observe import Observation, observe
from grader.model import Text
from grader.sandbox.inside.interpreter import Interpreter

OWN = np.array([[1.0, 2.0], [3.0, 4.0]])


def test_what_agrees_is_0_and_what_differs_is_the_difference() -> None:
    found = gap({"dx": OWN * (1 + 1e-9), "dW": OWN + np.diag([0, 0.5])}, {"dx": OWN, "dW": OWN}, ())

    assert found["dx"].tolist() == [0.0]
    assert found["dW"].tolist() == [0.5]  # the largest deviation, whatever the shape


def test_tuples_lists_float32_and_infinities_are_held_as_elsewhere() -> None:
    own = (OWN, np.array([np.inf, 1.0]))
    assert not any(part.any() for part in gap([OWN.astype(np.float32), own[1].copy()], own, ()))
    assert not np.any(gap(True, 1.0, ()))
    assert np.isnan(gap(np.array([np.nan, 1.0]), np.array([2.0, 1.0]), ())[0])  # and not 0, so it fails


@pytest.mark.parametrize(
    ("own", "why"),
    [
        (None, "nothing that can be computed with"),
        ("dx", "nothing that can be computed with"),
        (np.array([None, None]), "nothing that can be computed with"),
        (np.zeros((2, 2)), "the same number everywhere"),
        (np.full(3, 0.5), "the same number everywhere"),
        (np.zeros(0), "the same number everywhere"),
        (0.0, "the same number everywhere"),
        (np.array([[7.0, 8.0]]), "what was handed in, unchanged"),
        ({"dx": OWN, "dW": np.zeros(2)}, "dW is the same number"),
        ((OWN, None), "result 2 is nothing"),
    ],
)
def test_what_is_trivially_equal_to_itself_is_refused(own: Any, why: str) -> None:
    steps = (step("forward", (np.array([[7.0, 8.0]]),), {}),)
    with pytest.raises(Disagreement) as broken:
        gap(own, own, steps)
    told = broken.value.told({"dW": Text("the weights' gradient", "重みの勾配")})
    assert broken.value.trivial and told.ja != told.en
    assert why.replace("dW", "the weights' gradient") in told.en


@pytest.mark.parametrize(
    ("result", "own", "why"),
    [
        (OWN[0], OWN, "shape"),
        ({"a": OWN}, {"b": OWN}, "keys"),
        (OWN, {"b": OWN}, "keys"),
        ([OWN], [OWN, OWN], "number of results"),
        (None, [OWN], "number of results"),
        (None, OWN, "computed with"),
    ],
)
def test_another_form_is_no_agreement(result: Any, own: Any, why: str) -> None:
    with pytest.raises(Disagreement, match=why):
        gap(result, own, ())


def test_no_number_passes_for_an_array() -> None:
    assert compare(gap(0.5, 0.5, ()), gap(OWN, OWN, ()), 1e-5) is not None


def test_where_the_reference_is_trivial_by_chance_nothing_is_asked() -> None:
    check = declare(points=1, en="alike", ja="同じ", levels=1)(lambda lab, draw: lab.gap(lab.f(OWN), lab.f(OWN)))

    def seen(source: str) -> Observation:
        namespace: dict[str, Any] = {}
        exec(source, namespace)
        return observe(check, Lab(Interpreter(namespace, {}, "").carry_out, {}), Draw(1, 0))

    constant, right, stopping = (
        seen(f"def f(x): {body}") for body in ("return 0 * x", "return 2 * x", "raise ValueError")
    )
    assert difference(right, constant, 1e-5) is None and difference(constant, right, 1e-5) is not None
    assert difference(stopping, constant, 1e-5) is not None


def test_the_lab_knows_what_was_handed_in_and_says_that_it_compared() -> None:
    def lab_of(source: str) -> Lab:
        namespace: dict[str, Any] = {}
        exec(source, namespace)
        return Lab(Interpreter(namespace, {}, "").carry_out, {})

    doubling, handing_back = lab_of("def f(x): return 2 * x"), lab_of("def f(x): return x")

    assert not doubling.gap(doubling.f(OWN), doubling.f(OWN.copy())).any()
    assert doubling._conversation.trace.by_itself
    with pytest.raises(Disagreement, match="handed in"):
        handing_back.gap(handing_back.f(OWN), handing_back.f(OWN))
