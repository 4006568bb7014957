"""Kinds of errors that nobody listed: each is found where it is, at all sizes, and nothing is found in noise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks.calls import Step
from grader.checks.lab import Call
from grader.diagnose.structure import Level, structure
from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.conftest import grade_sources

SIZES = ({"N": 2, "D": 3, "M": 4}, {"N": 5, "D": 4, "M": 6}, {"N": 9, "D": 7, "M": 3})


def levels(change: Callable[[Any, dict[str, int]], Any], shape: str = "DM", seed: int = 0) -> list[Level]:
    """Three sizes of an expected array, and what `change` makes of it."""
    rng = np.random.default_rng(seed)
    made = []
    for sizes in SIZES:
        expected = rng.normal(size=[sizes[name] for name in shape])
        made.append(Level(change(expected, sizes), expected, 1e-5, sizes))
    return made


@pytest.mark.parametrize(
    ("slug", "change", "says"),
    [
        ("transposed", lambda x, n: x.T, "transposed"),
        ("always-zero", lambda x, n: 0 * x, "0 everywhere"),
        ("sign", lambda x, n: -x, "wrong sign"),
        ("divided-by-size", lambda x, n: x / n["N"], "the batch size N"),
        ("divided-by-size", lambda x, n: x / (n["N"] * n["M"]), "the batch size N times the number of outputs M"),
        ("not-divided-by-size", lambda x, n: x * n["D"], "the number of features D"),
        ("divided-by-another-size", lambda x, n: x * n["N"] / n["M"], "by the number of outputs M, where the batch size N"),
        ("constant-factor", lambda x, n: 2 * x, "2 times"),
        ("constant-offset", lambda x, n: x + 1, "1 too large"),
        ("not-summed", lambda x, n: np.stack([0.25 * x, 0.75 * x]), "not summed over the batch"),
        ("summed-too-far", lambda x, n: x.sum(), "summed over everything"),
        ("right-values-wrong-shape", lambda x, n: x[None], "right values in the wrong shape"),
        ("cut-to-integers", lambda x, n: np.trunc(x).astype(int), "integers"),
        ("reversed", lambda x, n: x[::-1], "reverse order along axis 0"),
        ("one-off", lambda x, n: np.roll(x, 1, axis=1), "shifted by one step along axis 1"),
        ("square", lambda x, n: x**2, "square"),
        ("absolute", lambda x, n: abs(x), "absolute"),
        ("negative-cut", lambda x, n: np.maximum(x, 0), "negative entries cut to 0"),
        ("exp", lambda x, n: np.exp(x), "exponential"),
        ("clipped", lambda x, n: np.clip(x, -0.5, 0.5), "clipped"),
        ("only-one-row", lambda x, n: np.vstack([x[:1], x[1:] + np.sin(x[1:])]), "first row only"),
    ],
)  # fmt: skip
def test_a_kind_is_found_where_it_is(slug: str, change: Callable[..., Any], says: str) -> None:
    found = structure(levels(change))

    assert found is not None and (found.slug, says in found.message.en) == (slug, True), found
    assert found.message.ja != found.message.en and found.hint.ja != found.hint.en


@pytest.mark.parametrize(("factor", "slug", "says"), [(0, "term-lost", "missing"), (2, "term-twice", "once too often")])
def test_a_term_that_is_an_argument(factor: int, slug: str, says: str) -> None:
    rng = np.random.default_rng(0)
    made = []
    for sizes in SIZES[:2]:
        product, b = rng.normal(size=(sizes["N"], sizes["M"])), rng.normal(size=sizes["M"])
        steps = (Step("Affine", (rng.normal(size=(2, 3)), b), {}),)
        made.append(Level(product + factor * b, product + b, 1e-5, sizes, steps=steps))
    found = structure(made)

    assert found is not None and found.slug == slug
    assert "argument 2 of Affine" in found.message.en and says in found.message.en


@pytest.mark.parametrize(
    ("got", "says"),
    [
        (lambda dout: dout.sum(axis=1), "is the sum over axis 1, where the sum over axis 0 belongs"),
        (lambda dout: dout.mean(axis=0), "is the mean over axis 0, where the sum over axis 0 belongs"),
        (lambda dout: dout.sum(), "is the sum over everything, where the sum over axis 0 belongs"),
    ],
)
def test_a_sum_over_another_axis(got: Callable[[Any], Any], says: str) -> None:
    rng = np.random.default_rng(0)
    made = []
    for sizes in SIZES:
        dout = rng.normal(size=(sizes["N"], sizes["M"]))
        steps = (Step("Affine.backward", (dout,), {}),)
        made.append(Level({"db": got(dout)}, {"db": dout.sum(axis=0)}, 1e-5, sizes, steps=steps))
    found = structure(made)

    assert found is not None and found.slug == "other-reduction" and says in found.message.en


def test_parts_in_each_others_place() -> None:
    rng = np.random.default_rng(0)
    made = []
    for sizes in SIZES:
        c, h = rng.normal(size=(2, sizes["N"], 3))
        made.append(Level((h, c), (c, h), 1e-5, sizes))
    found = structure(made)

    assert found is not None and found.slug == "exchanged" and "result 1 and result 2" in found.message.en


def test_parts_that_are_equal_are_not_exchanged() -> None:
    made = [Level((np.ones(3), np.ones(3)), (np.zeros(3), np.zeros(3)), 1e-5, sizes) for sizes in SIZES]
    made = [one._replace(got=(np.zeros(3, dtype=int), np.zeros(3, dtype=int))) for one in made]
    found = structure(made)

    assert found is None or found.slug != "exchanged"


def test_the_upstream_gradient() -> None:
    def upstream(change: Callable[[Any, Any], Any]) -> str:
        rng = np.random.default_rng(1)
        made = []
        for sizes in SIZES:
            slope, dout = rng.normal(size=(2, sizes["N"], sizes["D"]))
            made.append(Level({"dx": change(slope, dout)}, {"dx": slope * dout}, 1e-5, sizes, dout))
        found = structure(made)
        return found.slug if found else ""

    assert upstream(lambda slope, dout: slope) == "dout-ignored"
    assert upstream(lambda slope, dout: slope * dout**2) == "dout-twice"
    assert upstream(lambda slope, dout: dout) == "dout-handed-on"


def test_state_of_an_earlier_call() -> None:
    def state(change: Callable[[Any, Any], Any], target: int = 1) -> str:
        rng = np.random.default_rng(2)
        made = []
        for sizes in SIZES:
            first, second = rng.normal(size=(2, sizes["N"], sizes["D"]))
            calls = (Call("Layer.backward", first, target=target), Call("Layer.backward", second, target=1))
            made.append(Level(change(first, second), second, 1e-5, sizes, calls=calls))
        found = structure(made)
        return found.slug if found else ""

    assert state(lambda first, second: first) == "stale"
    assert state(lambda first, second: first + second) == "adds-up"
    assert state(lambda first, second: first + second, target=2) == ""  # another layer's call


@given(st.integers(0, 10_000))
def test_noise_is_of_no_kind(seed: int) -> None:
    noise = np.random.default_rng(seed + 1)

    assert structure(levels(lambda x, n: x + noise.normal(size=x.shape), seed=seed)) is None


def test_one_small_example_is_no_rule() -> None:
    """A single wrong number is some multiple of the right one, and some power, and some offset."""
    assert structure([Level(0.83, 1.0, 1e-5, {"N": 2, "M": 3})]) is None
    assert (
        structure([Level(value, other, 1e-5, {"N": 2}) for value, other in ((2.0, 1.0), (4.5, 1.5), (0.3, 2.0))])
        is None
    )


@pytest.mark.parametrize(
    ("slug", "body"),
    [
        ("never-set", "class A: pass\n    return A().xhat"),
        ("not-an-array", "return (1.0).ndim"),
        ("not-an-array", "return [x].shape"),
        ("none-used", "return None.shape"),
        ("no-such-attribute", "return np.ones(2).push(3)"),
        ("no-such-attribute", "return np.random.default_rng(0).randn(2)"),
        ("none-used", "y = None\n    return y + x"),
        ("before-assignment", "c = c + x\n    return c"),
        ("unknown-name", "return y"),
        ("row-sums-without-keepdims", "return np.ones((3, 2)) / np.ones((3, 2)).sum(axis=1)"),
        ("shapes-do-not-fit", "return np.ones((3, 2)) @ np.ones((3, 2))"),
        ("shapes-do-not-fit", "return np.dot(np.ones((3, 2)), np.ones((3, 2)))"),
        ("shapes-do-not-broadcast", "return np.ones((3, 2)) + np.ones((2, 3))"),
        ("wrong-size-for-reshape", "return np.ones(5).reshape(2, 3)"),
        ("truth-of-an-array", "return x if np.ones(2) > 0 else 0"),
        ("no-such-axis", "return np.ones(3).sum(axis=1)"),
        ("index-too-large", "return np.ones(3)[3]"),
        ("index-not-whole", "return np.ones(3)[np.ones(2)]"),
        ("too-many-indices", "return np.ones(3)[0, 1]"),
        ("array-where-a-number-belongs", "return np.zeros(np.ones((2, 2)))"),
        ("wrong-arguments", "def g(a, b): return a\n    return g(1)"),
        ("wrong-kind-of-number", "y = np.ones(2, dtype=int)\n    y += 0.5\n    return y"),
        ("endless-recursion", "def a(v): return b(v)\n    def b(v): return a(v)\n    return a(x)"),
        ("unknown-key", "return {}['W1']"),
    ],
)
def test_what_an_exception_usually_means(course: Course, sandbox: Sandbox, slug: str, body: str) -> None:
    source = f"import numpy as np\ndef sigmoid(x):\n    {body}\n"

    result = grade_sources(course, sandbox, {"sigmoid": source}).exercises[0]

    assert result.status == "error"
    assert [one.slug for one in result.diagnoses] == [slug], result.checks[0].message.en
    assert "{" not in result.diagnoses[0].message.en + result.diagnoses[0].hint.ja
