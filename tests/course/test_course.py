"""The course that comes with gradkata: every row of its curriculum is there, under the names that answers are graded by."""

from __future__ import annotations

import pytest

from grader.model import Course

CURRICULUM = {
    "01_perceptron": {
        "logic_gates": "AND NAND OR", "xor_gate": "XOR", "perceptron_learning": "fit_perceptron",
    },
    "02_activations": {
        "step_function": "step_function", "sigmoid": "sigmoid", "relu": "relu", "tanh": "tanh", "leaky_relu": "leaky_relu",
        "swish": "swish", "activation_derivatives": "d_sigmoid d_tanh d_relu d_leaky_relu d_swish",
        "identity_function": "identity_function", "softplus_gelu": "softplus gelu",
    },
    "03_forward": {
        "linear_transform": "linear", "softmax": "softmax", "three_layer_forward": "init_network forward",
        "squared_errors": "sum_squared_error mean_squared_error half_mean_squared_error",
        "cross_entropy_error": "cross_entropy_error", "binary_cross_entropy": "binary_cross_entropy", "accuracy": "accuracy",
    },
    "04_numerical_gradient": {
        "numerical_diff": "numerical_diff", "numerical_gradient": "numerical_gradient",
        "gradient_descent": "gradient_descent", "gradient_check": "relative_error gradient_check",
    },
    "05_backprop": {
        "mul_layer": "MulLayer", "add_layer": "AddLayer", "relu_layer": "Relu", "sigmoid_layer": "Sigmoid", "tanh_layer": "Tanh",
        "affine": "Affine", "softmax_with_loss": "SoftmaxWithLoss",
        "output_gradients": "d_mean_squared_error d_softmax_with_loss", "hand_backprop": "gradients",
    },
    "06_networks": {
        "two_layer_gradients": "gradients", "two_layer_net": "TwoLayerNet", "mini_batches": "mini_batches",
        "train_epochs": "train", "regression_to_classification": "train_classifier",
    },
    "07_optimizers": {
        "sgd": "SGD", "momentum": "Momentum", "nesterov": "Nesterov", "adagrad": "AdaGrad", "rmsprop": "RMSprop",
        "adam": "Adam", "adamw": "AdamW", "gradient_clipping": "clip_grads clip_values",
        "learning_rate_schedules": "step_decay cosine",
    },
    "08_regularization": {
        "weight_decay": "weight_decay_loss add_weight_decay", "dropout": "Dropout", "early_stopping": "EarlyStopping",
        "weight_noise": "noisy_weights", "weight_init": "xavier he", "batch_norm_forward": "BatchNormalization",
        "batch_norm_backward": "BatchNormalization", "layer_norm": "LayerNorm",
    },
    "09_likelihood": {
        "likelihood": "gaussian_pdf likelihood negative_log_likelihood", "maximum_likelihood": "mle_mean gaussian_mle",
        "logistic_regression": "nll nll_gradient fit",
    },
}  # fmt: skip


@pytest.mark.parametrize("unit", CURRICULUM)
def test_every_row_of_the_curriculum_is_an_exercise(unit: str, course: Course) -> None:
    found = {one.id: " ".join(one.symbols) for one in course.exercises if one.unit == unit}

    assert found == CURRICULUM[unit]


def test_every_exercise_can_be_graded_and_read(course: Course) -> None:
    for one in course.exercises:
        assert one.unit in course.units and one.solution is not None, one.id
        assert all(one.statement(lang).is_file() for lang in ("en", "ja")), one.id
