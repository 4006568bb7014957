"""A sentence about an answer is said for sure only if it quotes what stands there."""

from __future__ import annotations

import pytest

from grader.diagnose.quoted import is_quoted_truly
from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.diagnose.test_diagnosis import diagnosed

LATE = "It stops one step late: after patience + 1 steps without improvement (> where >= belongs)."
DRAWN = "Every batch is drawn by itself with rng.choice, as in the book: samples come twice."


@pytest.mark.parametrize(
    ("said", "code", "holds"),
    [
        (LATE, "return wait > patience", True),
        (LATE, "return wait >= patience", False),
        (LATE, "return wait>patience", True),
        (LATE, "return wait >= patience  # and not wait > patience", False),
        (LATE, "def step(x) -> bool:\n    return wait >= patience", False),
        (DRAWN, "part = rng.choice(n, size)", True),
        (DRAWN, "part = rng.integers(0, n, size)", False),
        ("Samples are drawn with replacement (rng.choice, rng.integers).", "part = rng.integers(0, n, size)", True),
        ("np.max(x, 0) is the maximum along axis 0.", "return numpy.max(x, 0)", True),
        ("np.max(x, 0) is the maximum along axis 0.", "return x.maximum(0)", False),
        ("AND is 1 even for (0, 0): >= lets it fire.", "return int(s >= 0)", True),
        ("AND is 1 even for (0, 0): >= lets it fire.", "return int(s > -1)", False),
        ("db is the mean over the batch.", "db = dout.mean(0)", True),
        ("np.max is taken.", "", True),
    ],
)
def test_what_a_sentence_quotes_stands_in_the_code(said: str, code: str, holds: bool) -> None:
    assert is_quoted_truly(said, code) == holds


STOPPING = """
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.best, self.wait = patience, float("inf"), 0
    def step(self, val_loss):
        if val_loss < self.best:
            self.best, self.wait = val_loss, 0
            return False
        {}
"""


def test_one_step_late_by_another_way_is_said_with_perhaps(course: Course, sandbox: Sandbox) -> None:
    by_sign = STOPPING.format("self.wait += 1\n        return self.wait > self.patience")
    by_order = STOPPING.format("late = self.wait >= self.patience\n        self.wait += 1\n        return late")

    for source, confidence in (by_sign, 1.0), (by_order, 0.7):
        [found] = diagnosed(course, sandbox, "early_stopping", source)[:1]
        assert (found.slug, found.confidence) == ("stops-one-late", confidence)


def test_what_the_code_has_refutes_a_mistake_without_it(course: Course, sandbox: Sandbox) -> None:
    """Both add nothing where it is needed; one has an epsilon, in another place."""
    source = """
import numpy as np
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = gamma, beta, eps
        self.dgamma = self.dbeta = None
    def forward(self, x):
        self.std = np.sqrt(x.var(axis=1, keepdims=True)){}
        self.xn = (x - x.mean(axis=1, keepdims=True)) / self.std
        return self.gamma * self.xn + self.beta
    def backward(self, dout):
        self.dgamma, self.dbeta = (dout * self.xn).sum(axis=0), dout.sum(axis=0)
        d = dout * self.gamma
        return (d - d.mean(axis=1, keepdims=True) - self.xn * (d * self.xn).mean(axis=1, keepdims=True)) / self.std
"""
    without = [one.slug for one in diagnosed(course, sandbox, "layer_norm", source.format(""))]
    outside = [one.slug for one in diagnosed(course, sandbox, "layer_norm", source.format(" + self.eps"))]

    assert "epsilon-left-out" in without and "epsilon-left-out" not in outside
