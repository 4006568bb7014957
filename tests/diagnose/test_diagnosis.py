"""The diagnosis benchmark on the answers kept here: no verdict is wrong, and nine mistakes of ten are named. And
diagnoses that were wrong once, each on a real answer to a real exercise."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from grader.diagnose import after_perhaps
from grader.model import Course, Diagnosis, Text
from grader.sandbox.host import Sandbox
from reports.view import diagnosis_message
from tests.conftest import ROOT, grade_sources


def test_the_benchmark() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "diagnosis.py"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    numbers = dict(re.findall(r"^(false rejects|false accepts|named): (\d+)", result.stdout, re.MULTILINE))
    wrong = re.search(r"named: \d+ of (\d+)", result.stdout)
    assert wrong and int(wrong[1]) >= 60, result.stdout + result.stderr
    assert (numbers["false rejects"], numbers["false accepts"], result.returncode) == ("0", "0", 0), result.stdout
    assert int(numbers["named"]) >= 0.9 * int(wrong[1]), result.stdout


# --- an answer without a return -------------------------------------------------------------------------------------

LEARNING = """
import numpy as np
def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w, b = w + lr * (target - y) * x, b + lr * (target - y)
"""
AND = "def AND(x1, x2):\n    return 1 if 0.5 * x1 + 0.5 * x2 - 0.7 > 0 else 0\n"
NAND = "def NAND(x1, x2):\n    return 1 if -0.5 * x1 - 0.5 * x2 + 0.7 > 0 else 0\n"
OR = "def OR(x1, x2):\n    return 1 if 0.5 * x1 + 0.5 * x2 - 0.2 > 0 else 0\n"
AND_FIRES_AT_0 = "def AND(x1, x2):\n    return 1 if x1 + x2 - 1 >= 0 else 0\n"
NAND_PRINTS = "def NAND(x1, x2):\n    print(1 if -x1 - x2 + 1.5 > 0 else 0)\n"
NAND_OF_NO_KIND = "def NAND(x1, x2):\n    return 1 if x1 > x2 else 0\n"
OR_RETURNS_HALF = "def OR(x1, x2):\n    if x1 + x2 - 0.5 > 0:\n        return 1\n    else:\n        0\n"
OR_AS_XOR = "def OR(x1, x2):\n    return 1 if x1 != x2 else 0\n"


def diagnosed(course: Course, sandbox: Sandbox, id_: str, source: str) -> list[Diagnosis]:
    result = grade_sources(course, sandbox, {id_: source}).exercises[0]
    assert result.status in ("failed", "error")
    return list(result.diagnoses)


def test_the_words_of_an_expectation_alone_name_no_mistake(course: Course, sandbox: Sandbox) -> None:
    """None, one array and w alone break the same expectation; each is told as what it is."""
    forgotten = diagnosed(course, sandbox, "perceptron_learning", LEARNING)
    joined = diagnosed(course, sandbox, "perceptron_learning", LEARNING + "    return np.append(w, b)\n")

    assert [(one.slug, one.confidence) for one in forgotten] == [("no-return", 1.0)]
    assert "fit_perceptron returns nothing (None)" in forgotten[0].message.en
    assert "fit_perceptron には値を返す行がない" in forgotten[0].message.ja
    assert [one.slug for one in joined] == ["bias-among-the-weights"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (AND + NAND + OR_RETURNS_HALF, ["OR"]),
        (AND + NAND_PRINTS + OR, ["NAND"]),
        (AND + NAND_PRINTS + OR_RETURNS_HALF, ["NAND", "OR"]),
        (AND_FIRES_AT_0 + NAND + OR_RETURNS_HALF, ["OR"]),
    ],
)
def test_a_gate_that_returns_nothing(course: Course, sandbox: Sandbox, source: str, said: list[str]) -> None:
    found = diagnosed(course, sandbox, "logic_gates", source)

    assert len(found) == len(said)
    assert all(f"{name} returns nothing (None)" in one.message.en for name, one in zip(said, found, strict=True))
    assert all(diagnosis_message(one, "en") == one.message.en for one in found)  # for sure


def test_a_forgotten_return_that_is_known_keeps_its_own_words(course: Course, sandbox: Sandbox) -> None:
    """Where it cannot be seen in the code."""
    source = "".join(f"def {name}(x1, x2):\n    x1 = x1\n    return print(x1)\n" for name in ("AND", "NAND", "OR"))

    assert [one.slug for one in diagnosed(course, sandbox, "logic_gates", source)] == ["nothing-returned"]


def test_what_returns_nothing_stands_before_other_kinds(course: Course, sandbox: Sandbox) -> None:
    source = (
        "class MulLayer:\n"
        "    def forward(self, x, y):\n        self.x, self.y = x, y\n        return -(x * y)\n"
        "    def backward(self, dout):\n        dx, dy = dout * self.y, dout * self.x\n"
    )

    assert "backward returns nothing (None)" in diagnosed(course, sandbox, "mul_layer", source)[0].message.en


# --- functions that are there ---------------------------------------------------------------------------------------


def test_nothing_is_called_missing_that_is_there(course: Course, sandbox: Sandbox) -> None:
    """AND as OR is also what three functions called AND come to; but here NAND and OR exist."""
    written = diagnosed(course, sandbox, "logic_gates", AND_FIRES_AT_0 + NAND_OF_NO_KIND + OR_AS_XOR)
    all_and = diagnosed(
        course, sandbox, "logic_gates", AND + (NAND + OR).replace("NAND(", "AND(").replace("OR(", "AND(")
    )

    assert [one.slug for one in written] == ["and-acts-as-or", "or-acts-as-xor"]
    assert [one.slug for one in all_and] == ["defined-twice", "all-three-named-and"]


def test_nothing_is_called_unwritten_that_is_written(course: Course, sandbox: Sandbox) -> None:
    stub = "def {}(x1, x2):\n    raise NotImplementedError\n".format
    one_left = diagnosed(course, sandbox, "logic_gates", AND_FIRES_AT_0 + stub("NAND") + OR_AS_XOR)
    two_left = diagnosed(course, sandbox, "logic_gates", AND_FIRES_AT_0 + stub("NAND") + stub("OR"))

    assert [one.slug for one in one_left] == ["and-acts-as-or", "or-acts-as-xor"]
    assert [one.slug for one in two_left] == ["all-three-named-and-below-the-stub"]


# --- imports ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", ["npy", "np", "nunpy", "Numpy", "numpi", "numpyy"])
def test_numpy_misspelt(course: Course, sandbox: Sandbox, module: str) -> None:
    found = diagnosed(
        course, sandbox, "logic_gates", f"import {module} as np\n" + AND + NAND + OR + "\nAND = np.vectorize(AND)\n"
    )

    assert [diagnosis_message(one, "en") for one in found] == [f"there is no module {module}: did you mean numpy?"]
    assert "plot" not in found[0].hint.en and "numpy" in found[0].message.ja


@pytest.mark.parametrize("module", ["matplotlib", "scipy", "numba", "cupy", "sympy", "pandas", "numpy.linag"])
def test_another_module_is_not_numpy_misspelt(course: Course, sandbox: Sandbox, module: str) -> None:
    found = diagnosed(
        course, sandbox, "logic_gates", f"import {module}\n" + AND + NAND + OR + f"\nAND = {module}.wrapped(AND)\n"
    )

    assert [one.slug for one in found] == ["module-not-there"]


# --- perhaps ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "answer", "begins"),
    [
        ("accuracy", "accuracy__floats", "perhaps the scores themselves"),
        ("softmax", "softmax__udacity_columns", "perhaps the maximum is the whole batch's"),
        ("logic_gates", AND_FIRES_AT_0 + NAND_OF_NO_KIND + OR, "perhaps AND gives 1"),
    ],
)
def test_after_perhaps_a_sentence_goes_on(course: Course, sandbox: Sandbox, id_: str, answer: str, begins: str) -> None:
    path = ROOT / "tests" / "answers" / "diagnosis" / f"{answer[:40]}.py"
    source = path.read_text(encoding="utf-8") if answer.startswith(id_) else answer

    unsure = next(one for one in diagnosed(course, sandbox, id_, source) if one.is_unsure)  # behind what is certain
    assert diagnosis_message(unsure, "en").startswith(begins)


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("All three gates are called AND.", "all three gates are called AND."),
        ("A sigmoid overflows.", "a sigmoid overflows."),
        ("Affine is not linear.", "Affine is not linear."),
        ("Affine.forward is right.", "Affine.forward is right."),
        ("W += adds to the caller's array.", "W += adds to the caller's array."),
        ("W1 and W2 are exchanged.", "W1 and W2 are exchanged."),
        ("ReLU is applied twice.", "ReLU is applied twice."),
        ("True is returned once only.", "True is returned once only."),
        ("Python's max asks one question.", "Python's max asks one question."),
    ],
)
def test_names_keep_their_letters_after_perhaps(said: str, after: str) -> None:
    assert after_perhaps(Text(said, "日本語"), ["Affine"]) == Text(after, "日本語")


def test_batches_in_a_list_make_the_same_mistakes_as_those_of_a_generator(course: Course, sandbox: Sandbox) -> None:
    source = """
import numpy as np

def mini_batches(x, t, batch_size, rng):
    starts = np.arange(0, len(x), batch_size)
    rng.shuffle(starts)
    return [(x[s : s + batch_size], t[s : s + batch_size]) for s in starts]
"""
    assert [one.slug for one in diagnosed(course, sandbox, "mini_batches", source)] == ["only-batches-shuffled"]
