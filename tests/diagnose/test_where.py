"""Where an answer is right and where it is not, in the exercise's own names: what nobody foresaw is told apart at least."""

from __future__ import annotations

import re

import pytest

from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.conftest import reference_source
from tests.diagnose.test_diagnosis import diagnosed


def said(course: Course, sandbox: Sandbox, id_: str, source: str) -> list[str]:
    return [one.message.en for one in diagnosed(course, sandbox, id_, source) if one.kind in ("structure", "trace")]


def changed(course: Course, id_: str, was: str, becomes: str) -> str:
    source = reference_source(course, id_)
    assert was in source
    return source.replace(was, becomes)


# --- forward and backward -----------------------------------------------------------------------------------------


def test_all_gradients_that_are_wrong_are_named(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W, self.b, self.dW, self.db = W, b, None, None
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, dout):
        self.dW, self.db = {}, {}
        return dout @ self.W.T
"""
    one = said(course, sandbox, "affine", source.format("self.x.T @ dout * 1.7 + 0.1", "dout.sum(axis=0)"))
    both = said(course, sandbox, "affine", source.format("self.x.T @ dout * 1.7 + 0.1", "dout.sum(axis=0) ** 3"))

    assert "forward is right; backward is wrong in dW." in one
    assert "forward is right; backward is wrong in dW, db." in both


def test_a_forward_that_the_answer_does_not_have_is_not_called_right(course: Course, sandbox: Sandbox) -> None:
    """The check has the loss from elsewhere, and nobody can see what the answer works out on its way."""
    source = """
import numpy as np
def gradients(network, x, t):
    W1, b1, W2, b2 = (network[key] for key in ("W1", "b1", "W2", "b2"))
    z = np.maximum(x @ W1 + b1, 0)
    u = z @ W2 + b2
    u = u + 0.3 * np.sin(u)
    y = np.exp(u) / np.exp(u).sum(axis=1, keepdims=True)
    d = (y - (t if t.ndim == 2 else np.eye(len(b2))[t])) / len(x)
    dz = d @ W2.T * (z > 0)
    return {"W1": x.T @ dz, "b1": dz.sum(axis=0), "W2": z.T @ d, "b2": d.sum(axis=0)}
"""
    found = said(course, sandbox, "two_layer_gradients", source)

    assert any(one.startswith("gradients is wrong in the gradient of") for one in found)
    assert not any("forward" in one for one in found)


def test_functions_are_named_as_the_exercise_names_them(course: Course, sandbox: Sandbox) -> None:
    source = changed(course, "logistic_regression", "def nll_gradient(", "def the_right_one(") + (
        "\n\ndef nll_gradient(w, b, x, t):\n    dw, db = the_right_one(w, b, x, t)\n    return dw ** 3 + 0.2, db\n"
    )
    found = said(course, sandbox, "logistic_regression", source)

    assert "nll is right; nll_gradient is wrong in dw." in found


# --- functions, parts, checks ------------------------------------------------------------------------------------


def test_of_two_functions_the_right_one_is_told_from_the_wrong_one(course: Course, sandbox: Sandbox) -> None:
    source = (
        "import numpy as np\ndef softplus(x):\n    return np.logaddexp(0, x)\ndef gelu(x):\n    return x - np.sin(x)\n"
    )

    assert said(course, sandbox, "softplus_gelu", source) == ["right wherever it was seen: softplus. Not right: gelu."]


def test_of_several_updates_the_first_wrong_one_is_told(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2, self.t, self.m, self.v = lr, beta1, beta2, 0, {}, {}
    def update(self, params, grads):
        self.t += 1
        lr = self.lr * (1.0 if self.t == 1 else 0.7) * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)
        for key, g in grads.items():
            self.m[key] = self.beta1 * self.m.get(key, 0) + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v.get(key, 0) + (1 - self.beta2) * g * g
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)
"""
    [found] = said(course, sandbox, "adam", source)

    assert found.endswith("right up to update 1, not right from update 2 on.")


def test_what_is_asked_is_told_apart(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
def accuracy(y, t):
    return float(np.mean([np.argmax(row) == (np.argmax(one) if t.ndim == 2 else one // 2) for row, one in zip(y, t)]))
"""
    [found] = said(course, sandbox, "accuracy", source)

    assert found.startswith(
        "checks that passed: scores against one-hot targets. Checks that did not: scores against labels; "
    )


@pytest.mark.parametrize("quantity", ["everywhere", "times the expected one"])
def test_everywhere_is_not_said_of_what_another_check_shows_to_be_otherwise(
    course: Course, sandbox: Sandbox, quantity: str
) -> None:
    """Twice too large at a vector; at a matrix all entries of a row get the row's sum, which only a comparison of the answer with
    itself has asked for."""
    source = """
import numpy as np
def numerical_gradient(f, x):
    x = x.astype(float)
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        plus, minus = x.copy(), x.copy()
        plus[i] += 1e-4
        minus[i] -= 1e-4
        grad[i] = (f(plus) - f(minus)) / 1e-4
    return grad
"""
    assert not any(quantity in one for one in said(course, sandbox, "numerical_gradient", source))


# --- forms of a result --------------------------------------------------------------------------------------------


def test_a_text_is_no_truth_value(course: Course, sandbox: Sandbox) -> None:
    source = """
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.best, self.wait = patience, float("inf"), 0
    def step(self, val_loss):
        self.wait = 0 if val_loss < self.best else self.wait + 1
        self.best = min(self.best, val_loss)
        return str(self.wait >= self.patience)
"""
    assert said(course, sandbox, "early_stopping", source)[0] == (
        "EarlyStopping.step gives a text; an array or a number is expected."
    )


def test_a_text_among_the_results_is_told_by_its_place(course: Course, sandbox: Sandbox) -> None:
    source = "import numpy as np\ndef gaussian_mle(x):\n    return float(np.mean(x)), str(np.var(x))\n"
    source += "def mle_mean(x):\n    return float(np.mean(x))\n"
    assert "gaussian_mle gives a text as result 2; an array or a number is expected." in said(
        course, sandbox, "maximum_likelihood", source
    )


def test_zeros_are_not_taken_for_one_draw_that_fills_an_array(course: Course, sandbox: Sandbox) -> None:
    source = changed(course, "weight_init", "def he(", "def right(") + (
        "\n\ndef he(rng, n_in, n_out):\n    return 0.0 * right(rng, n_in, n_out)\n"
    )
    slugs = [one.slug for one in diagnosed(course, sandbox, "weight_init", source)]

    assert not {"he-one-number-for-all", "he-own-seed"} & set(slugs)


def test_of_what_is_drawn_nothing_is_told_by_results(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.ratio = dropout_ratio
    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        self.x = x.copy()
        self.y = np.where(np.random.uniform(size=x.shape) < 1 - self.ratio, x / (1 - self.ratio), 0.0)
        return self.y.copy()
    def backward(self, dout):
        zero = self.x == 0
        return np.where(zero, dout, self.y / np.where(zero, 1.0, self.x) * dout)
"""
    found = said(course, sandbox, "dropout", source)

    assert found and not any("Dropout.forward" in one for one in found)


def test_an_answer_that_agrees_with_itself_is_not_called_right(course: Course, sandbox: Sandbox) -> None:
    """A matrix and three axes are compared with the same values in one row, which are wrong too."""
    source = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-np.abs(x)))\n"
    for one in said(course, sandbox, "sigmoid", source):
        assert "a matrix" not in one and "three axes" not in one


def test_backward_is_not_called_right_for_what_ratio_0_shows(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        self.mask = np.random.rand(*x.shape) > self.dropout_ratio
        return x * self.mask / 1 - self.dropout_ratio
    def backward(self, dout):
        return dout * self.mask / 1 - self.dropout_ratio
"""
    assert not any("Dropout.backward" in one for one in said(course, sandbox, "dropout", source))


def test_zero_everywhere_is_not_said_of_what_is_zero_in_one_check(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        self.mask = np.random.rand(*x.shape) > self.dropout_ratio
        self.out = x * self.mask / (1 - self.dropout_ratio)
        self.x = x
        return self.out
    def backward(self, dout):
        return dout * (1 - self.mask / (1 - self.dropout_ratio))
"""
    assert not any("0 everywhere" in one for one in said(course, sandbox, "dropout", source))


def test_what_a_slip_may_have_brought_about_is_said_with_perhaps(course: Course, sandbox: Sandbox) -> None:
    source = "class SGD:\n    def __init__(self, lr=0.01):\n        self.lr = lr\n    def update(self, params, grads):\n        for key in params:\n            params[key] == params[key] - self.lr * grads[key]\n"
    found = [one for one in diagnosed(course, sandbox, "sgd", source) if one.kind != "notice"]

    assert found[0].kind == "slip" and "compares (==)" in found[0].message.en
    assert all(one.is_unsure for one in found[1:])


def test_two_gates_that_give_the_same_are_not_taken_for_one_another(course: Course, sandbox: Sandbox) -> None:
    source = (
        "def AND(x1, x2):\n    return 1 if x1 + x2 > 1.5 else 0\n"
        "def NAND(x1, x2):\n    return 1 if x1 > x2 else 0\n"
        "def OR(x1, x2):\n    return 1 if x1 + x2 > 0.5 else 0\n"
    )
    for one in said(course, sandbox, "logic_gates", source):
        assert not re.search(r"[Rr]ight[^.]*\bNAND\b", one)


def test_entries_that_are_wrong_by_the_sign_of_an_argument(course: Course, sandbox: Sandbox) -> None:
    bent = (
        "import numpy as np\ndef sigmoid(x):\n    x = np.clip(x, -700, 700)\n"
        "    s = 1 / (1 + np.exp(-x))\n    return np.where(x < 0, s + 0.05 + 0.01 * np.cos(x), s)\n"
    )
    [found] = said(course, sandbox, "sigmoid", bent)

    assert found == "the result is wrong only where argument 1 of sigmoid is negative."
