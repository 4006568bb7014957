import numpy as np

from grader.authoring import expect, given, gradient_check

LABELS = {
    "dW1_row_0": ("the first row of W1's gradient", "W1 の勾配の 1 行目"),
    "dW1_row_1": ("the second row of W1's gradient", "W1 の勾配の 2 行目"),
    "dW2": ("the gradient of W2", "W2 の勾配"),
    "db1": ("the gradient of b1", "b1 の勾配"),
    "db2": ("the gradient of b2", "b2 の勾配"),
}
KEYS = ("W1", "b1", "W2", "b2")


def network(draw, live):
    """Parameters, x and t. live: for each hidden unit whether the signal passes it."""
    W1, x = draw.normal(2, 2), draw.normal(2)
    u = np.where(live, 1.0, -1.0) * draw.positive(2)
    params = {"W1": W1, "b1": u - W1 @ x, "W2": draw.normal(2), "b2": draw.normal()}
    y = params["W2"] @ np.maximum(u, 0.0) + params["b2"]
    return params, x, float(y + draw.signs() * (1.0 + draw.positive()))


def four(returned):
    """The four gradients out of what was returned."""
    expect(
        isinstance(returned, dict) and all(key in returned for key in KEYS),
        "gradients did not return a dict with the keys W1, b1, W2 and b2",
        "gradients が、キー W1、b1、W2、b2 をもつディクショナリを返していません",
    )
    return {key: returned[key] for key in KEYS}


@gradient_check(points={"dW2": 2, "db2": 1}, en="the output layer: W2 and b2", ja="出力層: W2 と b2")
def output_layer(lab, draw):
    params, x, t = network(draw, [True, True])

    def forward(lab, W2, b2):
        return given.loss({**params, "W2": W2, "b2": b2}, x, t)

    def gradients(lab, dout, W2, b2):
        found = four(lab.gradients({**params, "W2": W2, "b2": b2}, x, t))
        return {"W2": dout * found["W2"], "b2": dout * found["b2"]}

    return {"W2": params["W2"], "b2": params["b2"]}, forward, gradients


# W1 is 2 by 2 in document 002, so a transpose does not show in the shape. It shows in the values: W1 is looked at row by
# row, with what leads to each unit by itself, and one of the units is dead, by turns: no row is 0 at all levels.
@gradient_check(
    points={"dW1_row_0": 1, "dW1_row_1": 1, "db1": 2},
    en="the hidden layer: W1 (by rows) and b1, one unit dead",
    ja="隠れ層: W1(行ごと)と b1、片方のユニットは止まっている",
)
def hidden_layer(lab, draw):
    params, x, t = network(draw, [True, False] if draw.level % 2 else [False, True])

    def joined(W1_row_0, W1_row_1, b1):
        return {**params, "W1": np.stack([W1_row_0, W1_row_1]), "b1": b1}

    def forward(lab, W1_row_0, W1_row_1, b1):
        return given.loss(joined(W1_row_0, W1_row_1, b1), x, t)

    def gradients(lab, dout, W1_row_0, W1_row_1, b1):
        found = four(lab.gradients(joined(W1_row_0, W1_row_1, b1), x, t))
        return {"W1_row_0": dout * found["W1"][0], "W1_row_1": dout * found["W1"][1], "b1": dout * found["b1"]}

    return {"W1_row_0": params["W1"][0], "W1_row_1": params["W1"][1], "b1": params["b1"]}, forward, gradients
