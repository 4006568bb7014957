"""Slips in answers to real exercises, found by a confined worker: what is said of each first."""

from __future__ import annotations

import pytest

from grader.model import Course, Diagnosis
from grader.sandbox.host import Sandbox
from tests.conftest import grade_sources

AFFINE = """import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = self.db = None
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T
"""
LSTM = """import numpy as np
Wh = np.random.randn(5, 20)
def s(x): return 0.5 * (1 + np.tanh(0.5 * x))
class LSTM:
    def __init__(self, Wx, Wh, b): self.params, self.grads = [Wx, Wh, b], [0, 0, 0]
    def forward(self, x, h_prev, c_prev):
        Wx, Wh_, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh_ + b, 4, axis=1)
        f, g, i, o = s(f), np.tanh(g), s(i), s(o)
        c = f * c_prev + g * i; h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, c
        return h, c
    def backward(self, dh_next, dc_next):
        x, h_prev, c_prev, f, g, i, o, c = self.cache; tc = np.tanh(c)
        ds = dc_next + dh_next * o * (1 - tc ** 2)
        dA = np.hstack([ds * c_prev * f * (1 - f), ds * i * (1 - g ** 2), ds * g * i * (1 - i), dh_next * tc * o * (1 - o)])
        self.grads = [x.T @ dA, h_prev.T @ dA, dA.sum(0)]
        return dA @ self.params[0].T, dA @ Wh.T, ds * f
"""


def diagnosed(course: Course, sandbox: Sandbox, id_: str, source: str) -> list[Diagnosis]:
    result = grade_sources(course, sandbox, {id_: source}).exercises[0]
    assert result.status != "passed"
    return list(result.diagnoses)


@pytest.mark.parametrize(
    ("id_", "source", "slug", "line"),
    [
        ("affine", AFFINE.replace("forward", "foward"), "name-near", 6),
        ("affine", AFFINE.replace("__init__", "__int__"), "name-near", 3),
        ("affine", AFFINE.replace("self.dW = self.x.T", "dW = self.x.T"), "local-not-kept", 10),
        ("affine", AFFINE.replace("self.db = dout", "self.d_b = dout"), "attribute-near-asked", 11),
        ("affine", AFFINE.replace("return x @ self.W", "return x @ W"), "self-before-name", 8),
        ("affine", AFFINE.replace("(self, W, b)", "(self, b, W)"), "parameter-order", 3),
        ("affine", AFFINE.replace("(self, x)", "(x)"), "self-not-there", 6),
        ("affine", AFFINE.replace("import numpy as np", "").replace("dout.sum(", "np.sum(dout, "), "numpy-not-imported", 11),
        ("affine", AFFINE.replace("x @ self.W", "np.dots(x, self.W)"), "numpy-near", 8),
        ("affine", AFFINE.replace("        return x @ self.W", "        raise NotImplementedError\n        return x @ self.W"), "stub-left-above", 8),
        ("affine", AFFINE.replace("dout.sum(axis=0)", "dout.sum * 1"), "not-called", 11),
        ("affine", AFFINE.replace("dout.sum(axis=0)", "dout.summ(axis=0)"), "array-near", 11),
        ("lstm_layer", LSTM, "global-for-own", 18),
        ("relu", "import numpy as np\nX = np.ones((2, 2))\ndef relu(x):\n    return np.maximum(X, 0)\n", "global-for-argument", 4),
        ("relu", "import numpy as np\ndef relu(x):\n    return relu(x)\n", "calls-itself", 3),
        ("swish", "import numpy as np\ndef swish(x, beta=1.0):\n    return x * sigmoid(beta * x)\n", "helper-deleted", 3),
        ("sgd", "class SGD:\n    def __init__(self, lr=0.01):\n        self.lr = lr\n    def update(self, params, grads):\n        for key in params:\n            params[key] - self.lr * grads[key]\n", "not-assigned", 6),
    ],
)  # fmt: skip
def test_the_slip_is_said_first_with_its_line(
    course: Course, sandbox: Sandbox, id_: str, source: str, slug: str, line: int
) -> None:
    found = diagnosed(course, sandbox, id_, source)
    assert [one.slug for one in found][:1] == [slug], found
    assert f"{id_}.py, line {line}" in found[0].message.en
    assert not found[0].is_unsure


def test_nothing_is_said_of_a_slip_in_what_passed(course: Course, sandbox: Sandbox) -> None:
    source = AFFINE.replace("        return x @ self.W", "        x.copy()\n        x + 1\n        return x @ self.W")
    result = grade_sources(course, sandbox, {"affine": source}).exercises[0]
    assert (result.status, result.diagnoses) == ("passed", ())


@pytest.mark.parametrize(
    "source",
    [
        "def relu(x):\n    return " + "+".join(["x"] * 2000) + "\n",  # deep
        "def relu(x):\n    x - 1\n    return x\n"
        + "".join(f"def f{n}(x):\n    return x\n" for n in range(3000)),  # long
        "def relu(ﬁ):\n    ﬁ - 1\n    return 2 * ﬁ\n",  # two spellings of one name
        "class np:\n    def __getattr__(self, name):\n        raise SystemExit\n\n\ndef relu(x):\n    x == np.x\n    return 2 * x\n",
        "def relu(x):\n    raise AttributeError(\"module 'numpy' has no attribute '{name}'\")\n",
        "def relu(x):\n    return {x} ^ {'{line}'}\n",
    ],
)
def test_odd_source_costs_no_more_than_its_points(course: Course, sandbox: Sandbox, source: str) -> None:
    result = grade_sources(course, sandbox, {"relu": source}).exercises[0]
    assert result.status in ("failed", "error")
    assert not [note for note in result.notes if "could not be looked into" in note.en]
