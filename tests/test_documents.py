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
    "000_cross_entropy_error": Verdict(
        "cross_entropy_error", "error", None, says=("the bracket ( that opens in line 19 is never closed", "line 19")
    ),
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
        frozenset({"batch_one_hot", "batch_labels", "unlikely_class"}),
        "labels-broadcast-as-weights",
        ("is also used for labels", "not divided by its size"),
    ),
    "003_numerical_gradient": Verdict(
        "numerical_gradient",
        "failed",
        frozenset({"vector", "matrix", "restored", "both_sides", "whole_numbers", "bent", "three_axes"}),
        "upper-point-twice",
        ("evaluated twice at x+h and never at x-h",),
    ),
    "000_step_function": Verdict("step_function", "error", None, "np-int-is-gone", ("np.int no longer exists",)),
    "003_step_function": Verdict("step_function", "error", None, "np-int-is-gone"),
    "003_step_function_without_its_plot": Verdict("step_function", "error", None, "np-int-is-gone"),
    "000_relu": Verdict("relu", *PASSED),
    "003_relu": Verdict("relu", *PASSED),
    "000_tanh": Verdict("tanh", *PASSED),
    "000_tanh_exponentials": Verdict("tanh", "failed", frozenset({"large_inputs"}), "large-x-overflows"),
    "000_tanh_sinh_over_cosh": Verdict("tanh", "failed", frozenset({"large_inputs"}), "large-x-overflows"),
    # Only d_tanh is printed. Document 004 hands it y in place of u; the function itself is right.
    "004_activation_derivatives": Verdict(
        "activation_derivatives",
        "failed",
        frozenset(
            {"sigmoid_slope", "relu_slope", "leaky_relu_slope", "swish_slope", "relu_at_zero", "leaky_relu_at_zero"}
            | {"sigmoid_far_out", "swish_far_out"}
        ),
        says=("d_sigmoid is not defined",),
    ),
    "000_linear_transform": Verdict("linear_transform", *PASSED),
    "003_three_layer_forward": Verdict("three_layer_forward", *PASSED),
    "000_squared_errors": Verdict(
        "squared_errors", "failed", None, "mean-is-half-mean", ("document 000", "sum_squared_error is not defined")
    ),
    "003_squared_errors": Verdict("squared_errors", "failed", None, "mean-is-half-sum", ("Document 003",)),
    "003_gradient_descent": Verdict(
        "gradient_descent", "error", None, "unbound-near", ("uses inti_x, which nothing defines; init_x is defined",)
    ),
    "003_gradient_descent_name_mended_in_the_stub": Verdict(
        "gradient_descent", "failed", frozenset({"start_untouched", "whole_numbers"}), "callers-array-changed"
    ),
    "001_mul_layer": Verdict(
        "mul_layer",
        "failed",
        frozenset({"backward", "numbers", "own_memory", "zeros"}),
        "self-before-name",
        ("line 7: dLdx = dLda * y",),
    ),
    "001_mul_layer_with_its_trial": Verdict(
        "mul_layer",
        "failed",
        frozenset({"backward", "numbers", "own_memory", "zeros"}),
        "global-x-and-y",
        ("reads x and y without self",),
    ),
    "001_add_layer": Verdict("add_layer", *PASSED),
    "000_two_layer_gradients": Verdict(
        "two_layer_gradients", "error", None, "unknown-name", ("name d_softmax_with_loss is not defined",)
    ),
    "003_two_layer_net": Verdict("two_layer_net", "error", None, "module-not-handed-in", ("common",)),
    "003_two_layer_net_in_the_stub": Verdict(
        "two_layer_net",
        "failed",
        frozenset({"zero_weights", "moved", "gradients_agree", "accuracies", "batches"}),
        "self-before-name",
        ("TwoLayerNet.gradient is not defined",),
    ),
    "003_logic_gates": Verdict(
        "logic_gates", "failed", None, "all-three-named-and", ("all three gates are called AND",)
    ),
    "003_logic_gates_names_mended": Verdict("logic_gates", *PASSED),
    "003_xor_gate": Verdict("xor_gate", *PASSED),
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
        ("subtracts from y, (N, M), an array whose shape does not fit", "ignores dout"),
    ),
    "004_lstm_cell": Verdict("lstm_cell", "error", None, says=("the bracket ) closes none", "line 15")),
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
    assert verdict.diagnosis in {one.slug for one in result.diagnoses} or (
        not verdict.diagnosis and not result.diagnoses
    )
    for words in verdict.says:
        assert words in everything_said(result)


def test_every_printed_answer_has_a_verdict() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == set(VERDICTS)
