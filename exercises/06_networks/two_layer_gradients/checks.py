import numpy as np

from grader.authoring import given, gradient_check

LABELS = {"dW{n}": ("the gradient of W{n}", "W{n} の勾配"), "db{n}": ("the gradient of b{n}", "b{n} の勾配")}

KEYS = ("W1", "b1", "W2", "b2")


def problem(draw, n, d, h, m):
    """A network and a batch x. Its weights are small enough for softmax not to be sure of itself, no sum of a hidden
    unit is exactly 0, and the first unit is on for the last row, whatever else is off."""
    x = draw.normal(n, d)
    network = {
        "W1": draw.normal(d, h) / 4,
        "b1": draw.normal(h) / 2 + 0.125 if draw.by_hand else draw.normal(h),
        "W2": draw.normal(h, m) / 4,
        "b2": draw.normal(m) / 4,
    }
    network["W1"][:, 0] = np.sign(x[-1]) * abs(network["W1"][:, 0])
    network["b1"][0] = abs(network["b1"][0])
    network["W2"][0, 0] = -network["W2"][0, 1]
    return network, x


def the_four(grads):
    """The four gradients of what was returned, if it is a dict; it may hold more."""
    return {key: grads[key] for key in KEYS if key in grads} if isinstance(grads, dict) else grads


def loss_of(network, x, t):
    """A forward function of the parameters that `network` leaves open, and their gradients by the answer."""

    def forward(lab, **opened):
        return given.loss({**network, **opened}, x, t)

    def gradients(lab, dout, **opened):
        grads = lab.gradients({**network, **opened}, x, t)
        return {key: dout * grads[key] for key in opened if key in grads}

    return forward, gradients


@gradient_check(points={"dW2": 2, "db2": 2}, en="the output layer: W2 and b2", ja="出力層の勾配: W2 と b2")
def output_layer(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    network, x = problem(draw, n, d, h, m)
    t = draw.one_hot(n, m)
    return ({"W2": network.pop("W2"), "b2": network.pop("b2")}, *loss_of(network, x, t))


@gradient_check(points={"dW1": 3, "db1": 2}, en="the hidden layer: W1 and b1", ja="隠れ層の勾配: W1 と b1")
def hidden_layer(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    network, x = problem(draw, n, d, h, m)
    t = draw.one_hot(n, m)
    return ({"W1": network.pop("W1"), "b1": network.pop("b1")}, *loss_of(network, x, t))
