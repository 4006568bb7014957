"""What a statement forbids is seen by what is asked, and never by time: `gradient` is to work by back-propagation."""

from __future__ import annotations

import pytest

from grader.model import Course, ExerciseResult
from grader.sandbox.host import Sandbox
from tests.conftest import grade_sources

NET = '''import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)

def numerical_gradient(f, x):
    h, gradient = 1e-4, np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
        x[index] = kept
    return gradient

def slopes(params, x, t):
    def loss(_):
        z = sigmoid(x @ params["W1"] + params["b1"])
        return -np.sum(t * np.log(softmax(z @ params["W2"] + params["b2"]) + 1e-12)) / len(x)
    return {key: numerical_gradient(loss, value) for key, value in params.items()}

def by_back_propagation(net, x, t):
    p = net.params
    z = sigmoid(x @ p["W1"] + p["b1"])
    above = (net.predict(x) - t) / len(x)
    below = above @ p["W2"].T * z * (1 - z)
    return {"W1": x.T @ below, "b1": below.sum(0), "W2": z.T @ above, "b2": above.sum(0)}

class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {"W1": weight_init_std * np.random.randn(input_size, hidden_size), "b1": np.zeros(hidden_size),
                       "W2": weight_init_std * np.random.randn(hidden_size, output_size), "b2": np.zeros(output_size)}
    def predict(self, x):
        p = self.params
        return softmax(sigmoid(x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])
    def loss(self, x, t):
        return -np.sum(t * np.log(self.predict(x) + 1e-12)) / len(x)
    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(1) == t.argmax(1))
    def numerical_gradient(self, x, t):
        return {key: numerical_gradient(lambda _: self.loss(x, t), value) for key, value in self.params.items()}
    def helper(self, x, t):
        return {key: numerical_gradient(lambda _: self.loss(x, t), value) for key, value in self.params.items()}
    def gradient(self, x, t):
        WAY
'''  # fmt: skip
BY_ROWS = (
    "grads = {key: 0.0 * value for key, value in self.params.items()}\n        for n in range(len(x)):\n"
    "            self.loss(x[n:n + 1], t[n:n + 1])\n"
    "            for key, value in by_back_propagation(self, x[n:n + 1], t[n:n + 1]).items():\n"
    "                grads[key] += value / len(x)\n        return grads"
)
ONE_SIDE = (
    "grads, now = {}, self.loss(x, t)\n        for key, value in self.params.items():\n            grads[key] = np.zeros_like(value)\n"
    "            for i in np.ndindex(*value.shape):\n                value[i] += 1e-6\n"
    "                grads[key][i] = (self.loss(x, t) - now) / 1e-6\n                value[i] -= 1e-6\n        return grads"
)

OTHER_ARRAYS = (  # asks for the loss, and moves nothing in place
    "grads, kept = {}, dict(self.params)\n        for key, value in kept.items():\n            grads[key] = np.zeros_like(value)\n"
    "            for i in np.ndindex(*value.shape):\n                step = np.zeros_like(value)\n                step[i] = 1e-4\n"
    "                self.params[key] = value + step\n                above = self.loss(x, t)\n"
    "                self.params[key] = value - step\n                grads[key][i] = (above - self.loss(x, t)) / 2e-4\n"
    "            self.params[key] = value\n        return grads"
)


def graded(course: Course, sandbox: Sandbox, way: str, head: str = "") -> ExerciseResult:
    source = NET.replace("WAY", way).replace("class TwoLayerNet:", f"class TwoLayerNet:\n    {head}")
    return grade_sources(course, sandbox, {"two_layer_net": source}).exercises[0]


@pytest.mark.parametrize(
    "way",
    [
        "return self.numerical_gradient(x, t)",
        "return TwoLayerNet.numerical_gradient(self, x, t)",
        "return self.helper(x, t)",
        "return {key: numerical_gradient(lambda _: self.loss(x, t), value) for key, value in self.params.items()}",
        "return slopes(self.params, x, t)",  # asks for no loss, but moves the parameters
        ONE_SIDE,
        OTHER_ARRAYS,
    ],
)
def test_finite_differences_in_gradient_are_seen(course: Course, sandbox: Sandbox, way: str) -> None:
    found = graded(course, sandbox, way)

    assert found.status == "failed"
    failed = [check for check in found.checks if check.status != "passed"]
    assert [check.id for check in failed] == ["gradients_agree"]
    assert "gradient works by finite differences" in failed[0].message.en
    assert "数値微分" in failed[0].message.ja
    assert [one.slug for one in found.diagnoses] == ["gradient-by-finite-differences"]


def test_who_calls_numerical_gradient_needs_no_loss_for_it(course: Course, sandbox: Sandbox) -> None:
    """It may work on copies and with a forward pass of its own: then nothing else is to be seen."""
    own = "def numerical_gradient(self, x, t):\n        return slopes({key: value.copy() for key, value in self.params.items()}, x, t)"
    source = NET.replace("def numerical_gradient(self, x, t):", f"{own}\n    def unused(self, x, t):")
    found = [
        grade_sources(course, sandbox, {"two_layer_net": source.replace("WAY", way)}).exercises[0].status
        for way in ("return self.numerical_gradient(x, t)", "return by_back_propagation(self, x, t)")
    ]

    assert found == ["failed", "passed"]


@pytest.mark.parametrize(
    ("way", "head"),
    [
        ("return by_back_propagation(self, x, t)", ""),
        ("self.loss(x, t)\n        return by_back_propagation(self, x, t)", ""),
        (BY_ROWS, ""),
        ("return by_back_propagation(self, x, t)", '__slots__ = ("params",)'),
        ("self.params = {key: np.asarray(value) for key, value in self.params.items()}\n        return by_back_propagation(self, x, t)", ""),
    ],
)  # fmt: skip
def test_back_propagation_passes_in_any_style(course: Course, sandbox: Sandbox, way: str, head: str) -> None:
    found = graded(course, sandbox, way, head)

    assert (found.status, [check.message.en for check in found.checks if check.status != "passed"]) == ("passed", [])
