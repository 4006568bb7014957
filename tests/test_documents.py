"""Real input: the code that the five source documents print, graded. The table is the verdict each must get."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from grader.model import Course, ExerciseResult
from grader.sandbox.host import Sandbox
from tests.conftest import ROOT, grade_sources

FOLDER = ROOT / "tests" / "answers" / "documents"


class Verdict(NamedTuple):
    """`failed`: ids of the checks with points that must fail, no more and no fewer; None: all of them.
    `diagnosis`: the slug named first. `says`: what the messages, notes and diagnoses must contain."""

    exercise: str
    status: str
    failed: frozenset[str] | None = frozenset()
    diagnosis: str = ""
    says: tuple[str, ...] = ()


PASSED: tuple[str, frozenset[str]] = ("passed", frozenset())

VERDICTS = {
    "000_sigmoid": Verdict("sigmoid", *PASSED, says=("overflow encountered in exp",)),
    "001_sigmoid": Verdict("sigmoid", *PASSED),
    "003_sigmoid": Verdict("sigmoid", *PASSED),
    "000_softmax": Verdict("softmax", *PASSED),
    "001_softmax": Verdict("softmax", *PASSED),
    "001_cross_entropy_error": Verdict("cross_entropy_error", *PASSED),
    "000_cross_entropy_error": Verdict("cross_entropy_error", "error", None, says=("'(' was never closed", "line 19")),
    "003_softmax": Verdict(
        "softmax",
        "failed",
        frozenset({"batch", "large_scores", "uneven_rows", "special_batches"}),
        "whole-batch-summed",
        ("whole batch",),
    ),
    "003_cross_entropy_error": Verdict(
        "cross_entropy_error",
        "failed",
        frozenset({"batch_one_hot", "batch_labels", "one_label", "unlikely_class", "zero_probability"}),
        "labels-broadcast-as-weights",
        ("is also used for labels", "not divided by its size"),
    ),
    "003_numerical_gradient": Verdict(
        "numerical_gradient",
        "failed",
        frozenset({"vector", "matrix", "both_sides", "whole_numbers", "bent", "three_axes"}),
        "upper-point-twice",
        ("evaluated twice at x+h and never at x-h",),
    ),
    "001_affine": Verdict("affine", *PASSED),
    "001_relu_layer": Verdict("relu_layer", *PASSED, "input-changed", ("Relu.backward changed its input",)),
    "001_sigmoid_layer": Verdict(
        "sigmoid_layer", "error", None, "unknown-name", ("NameError: name 'y' is not defined", "line 13: self.y = y")
    ),
    "001_softmax_with_loss": Verdict(
        "softmax_with_loss",
        "failed",
        frozenset({"scaled", "backward_of_labels", "labels_repeated"}),
        "labels-not-handled",
        ("subtracts labels as if they were one-hot", "ignores dout"),
    ),
    "004_lstm_cell": Verdict("lstm_cell", "error", None, says=("unmatched ')'", "line 15")),
    "004_lstm_cell_parenthesis_mended": Verdict(
        "lstm_cell", "error", None, "c-before-it-exists", ("UnboundLocalError", "line 25: c = ")
    ),
}


def grade_document(name: str, exercise: str, course: Course, sandbox: Sandbox) -> ExerciseResult:
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    return grade_sources(course, sandbox, {exercise: source}).exercises[0]


def everything_said(result: ExerciseResult) -> str:
    texts = [result.message, *result.notes, *(check.message for check in result.checks)]
    texts += [diagnosis.message for diagnosis in result.diagnoses]
    return "\n".join(text.en for text in texts)


@pytest.mark.parametrize("name", VERDICTS)
def test_the_verdict_on_what_a_document_prints(name: str, course: Course, sandbox: Sandbox) -> None:
    verdict = VERDICTS[name]

    result = grade_document(name, verdict.exercise, course, sandbox)

    failed = {check.id for check in result.checks if check.status != "passed" and check.max_score}
    everything = {check.id for check in result.checks if check.max_score}
    assert failed == (everything if verdict.failed is None else verdict.failed), everything_said(result)
    assert result.status == verdict.status
    assert (result.diagnoses[0].slug if result.diagnoses else "") == verdict.diagnosis
    for words in verdict.says:
        assert words in everything_said(result)


def test_every_printed_answer_has_a_verdict() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == set(VERDICTS)
