"""Answers that rewrite what they are handed, so that a check would compare with it. None of them gains anything by it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from grader.course.discover import load_course
from grader.model import Course
from grader.sandbox.host import Sandbox
from grader.verify import verify, write_stub
from tests.conftest import grade_sources, reference_source
from tests.course_maker import make_course


class Case(NamedTuple):
    """`failed`: ids of checks that must reject `source`; `name`: what it rewrites."""

    name: str
    exercise: str
    failed: str
    source: str


CASES = [
    Case("targets set to 0", "mini_batches", "paired", """
def mini_batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    t[...] = 0
    return [(x[order[i : i + batch_size]], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]
"""),
    Case("samples and targets shuffled apart", "mini_batches", "paired", """
def mini_batches(x, t, batch_size, rng):
    x[:], t[:] = x[rng.permutation(len(x))], t[rng.permutation(len(x))]
    return [(x[i : i + batch_size].copy(), t[i : i + batch_size].copy()) for i in range(0, len(x), batch_size)]
"""),
    Case("samples replaced by numbers that were never drawn", "mini_batches", "every_sample_once paired", """
def mini_batches(x, t, batch_size, rng):
    x[...] = rng.permutation(len(x)).reshape(-1, *[1] * (x.ndim - 1))
    return [(x[i : i + batch_size].copy(), t[i : i + batch_size]) for i in range(0, len(x), batch_size)]
"""),
    Case("samples destroyed by the first of two calls", "mini_batches", "shuffled", """
def mini_batches(x, t, batch_size, rng):
    batches = [(x[i : i + batch_size].copy(), t[i : i + batch_size].copy()) for i in range(0, len(x), batch_size)]
    x[:], t[:] = x[::-1].copy(), t[::-1].copy()
    return batches
"""),
    Case("the data that training gets", "train_epochs", "unseen_60 unseen_95 paired", """
def train(net_params, x, t, lr, epochs, batch_size, rng):
    x[...] = 0
    t[...] = 0
    for key in net_params:
        net_params[key][...] = 0
    return net_params, [0.0] * epochs
"""),
    Case("the data that a classifier is trained on", "regression_to_classification", "spirals_60 digits_95", """
import numpy as np
def train_classifier(x, t, rng):
    x[...] = 0
    t[...] = 0
    def predict(x):
        x[...] = 0
        return np.zeros(len(x), dtype=int)
    return predict
"""),
    Case("parameters set to 0", "sgd", "one_step three_steps default two_optimizers other_order", """
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr
    def update(self, params, grads):
        for key in params:
            params[key][...] = 0
            grads[key][...] = 0
"""),
    Case("parameters become the gradients", "adam", "first_step five_steps own_state", """
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        pass
    def update(self, params, grads):
        for key in params:
            grads[key] *= 0
            params[key] = grads[key]
"""),
    Case("a dict of parameters emptied", "momentum", "first_step four_steps two_optimizers", """
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        pass
    def update(self, params, grads):
        params.clear()
        grads.clear()
"""),
    Case("gradients scaled to 0 in their list", "gradient_clipping", "large values small_by_itself", """
def clip_grads(grads, max_norm):
    for grad in grads:
        grad[...] = 0
def clip_values(grads, limit):
    grads[:] = [0 * grad for grad in grads]
"""),
    Case("a list that grows", "weight_noise", "originals", """
def noisy_weights(weights, sigma, rng):
    noisy = [W + rng.normal(0.0, sigma, W.shape) for W in weights]
    weights.append(noisy[0])
    return noisy
"""),
    Case("a list whose arrays are exchanged", "weight_noise", "originals", """
def noisy_weights(weights, sigma, rng):
    weights[:] = [W + rng.normal(0.0, sigma, W.shape) for W in weights]
    return weights
"""),
    Case("weights without noise, and what they are compared with moved away", "weight_noise", "spread other_layers originals", """
def noisy_weights(weights, sigma, rng):
    noisy = [W.copy() for W in weights]
    for W in weights:
        W += rng.normal(0.0, sigma, W.shape)
    return noisy
"""),
    Case("a network and what it is asked about", "two_layer_gradients", "inputs_untouched output_layer hidden_layer", """
import numpy as np
def gradients(network, x, t):
    x[...] = 0
    t[...] = 0
    for key in network:
        network[key] = np.zeros_like(network[key])
    return network
"""),
    Case("parameters, in two functions", "weight_decay", "loss gradients params_untouched", """
def weight_decay_loss(params, weight_decay):
    for value in params.values():
        value[...] = 0
    return 0.0
def add_weight_decay(params, grads, weight_decay):
    for key in params:
        params[key] = 0 * params[key]
        grads[key][...] = 0
    return grads
"""),
    Case("scores, of which all are then alike", "softmax", "one_sample batch input_untouched", """
import numpy as np
def softmax(x):
    x[...] = 0
    return np.full(x.shape, 1 / x.shape[-1])
"""),
    Case("probabilities become the targets", "cross_entropy_error", "batch_one_hot batch_labels inputs_untouched", """
def cross_entropy_error(y, t):
    if y.shape == getattr(t, "shape", None):
        y[...] = t
    else:
        y[...] = 1
    return 0.0
"""),
    Case("the point at which to differentiate", "numerical_gradient", "vector matrix restored", """
def numerical_gradient(f, x):
    f(x)
    x[...] = 0
    return x
"""),
    Case("weights that two layers are made of", "affine", "forward backward two_layers", """
class Affine:
    def __init__(self, W, b):
        W[...] = 0
        b[...] = 0
        self.W, self.b, self.dW, self.db = W, b, W, b
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, dout):
        dout[...] = 0
        return dout @ self.W.T
"""),
    Case("states that the next step gets", "lstm_cell", "one_step three_steps", """
def lstm(x, prev_h, prev_c, W, U, b):
    for array in (x, prev_h, prev_c, W, U, b):
        array[...] = 0
    return prev_c, prev_h
"""),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{case.exercise}: {case.name}" for case in CASES])
def test_rewriting_what_was_handed_over_gains_nothing(case: Case, course: Course, sandbox: Sandbox) -> None:
    result = grade_sources(course, sandbox, {case.exercise: "import numpy as np\n" + case.source}).exercises[0]

    rejected = {check.id for check in result.checks if check.max_score and check.status == "failed"}
    assert set(case.failed.split()) <= rejected, [(check.id, check.status) for check in result.checks]


SPOIL = """

def _spoiling(function):
    def spoilt(*args, **kwargs):
        result = function(*[np.array(arg) if isinstance(arg, np.ndarray) else arg for arg in args], **kwargs)
        for arg in args:
            if isinstance(arg, np.ndarray):
                arg[...] = 0
        return result
    return spoilt

NAME = _spoiling(NAME)
"""


@pytest.mark.parametrize("exercise", ["sigmoid", "accuracy", "binary_cross_entropy"])
def test_where_nothing_is_said_of_the_arguments_rewriting_them_costs_nothing(
    exercise: str, course: Course, sandbox: Sandbox
) -> None:
    source = "import numpy as np\n" + reference_source(course, exercise) + SPOIL.replace("NAME", exercise)

    result = grade_sources(course, sandbox, {exercise: source}).exercises[0]

    assert result.status == "passed"
    assert [one.slug for one in result.diagnoses] == ["input-changed"]  # a notice


def test_verify_names_a_check_that_compares_with_what_came_back(tmp_path: Path, sandbox: Sandbox) -> None:
    root = make_course(tmp_path)
    checks = root / "exercises" / "01_first" / "double" / "checks.py"
    checks.write_text(
        "import numpy as np\n\nfrom grader.authoring import check, expect\n\n\n"
        '@check(points=2, en="doubles", ja="2 倍にする")\ndef doubles(lab, draw):\n    x = draw.normal(3)\n'
        "    y = np.asarray(lab.double(x), dtype=float)\n    x = HANDED\n"
        '    expect(np.allclose(y * x.sum(), x * y.sum(), 1e-4, 1e-4), "no multiple of x", "x の定数倍ではありません")\n'
    )
    text = checks.read_text()

    def said(handed: str) -> list[str]:
        checks.write_text(text.replace("HANDED", handed))
        course = load_course(root)
        write_stub(course.exercises[0])
        return [one.text.en for one in verify(course, course.exercises[0], sandbox).findings]

    assert said("x") == []
    found = said("lab.after(x)")
    assert any(
        "doubles rejects 'squared', but not when each call also sets its arguments to" in one for one in found
    ), found
    assert any("doubles rejects '5: return 2 " in one for one in found), found  # a mutant too
