import numpy as np

from grader.authoring import check, expect, gradient_check


def arrays(draw):
    n, d, h = draw.sizes("N D H")
    at = {"x": draw.normal(n, d), "h_prev": draw.normal(n, h), "c_prev": draw.normal(n, h)}
    # Weights are divided by 4 so that the gates are not saturated.
    at |= {"Wx": draw.normal(d, 4 * h) / 4, "Wh": draw.normal(h, 4 * h) / 4, "b": draw.normal(4 * h) / 4}
    return at


def states(returned):
    """The two arrays that forward returned."""
    expect(
        isinstance(returned, (tuple, list, np.ndarray)) and len(returned) == 2,
        "forward did not return the two arrays (h, c)",
        "forward が 2 つの配列 (h, c) を返していません",
    )
    return dict(zip(("h", "c"), returned, strict=True))


def input_gradients(returned):
    """The three arrays that backward returned."""
    expect(
        isinstance(returned, (tuple, list)) and len(returned) == 3,
        "backward did not return the three arrays (dx, dh_prev, dc_prev)",
        "backward が 3 つの配列 (dx, dh_prev, dc_prev) を返していません",
    )
    return dict(zip(("dx", "dh_prev", "dc_prev"), returned, strict=True))


def parameter_gradients(grads):
    """The three arrays in grads."""
    expect(
        isinstance(grads, (tuple, list)) and len(grads) == 3,
        "grads is not a list of the three arrays [dWx, dWh, db]",
        "grads が 3 つの配列のリスト [dWx, dWh, db] になっていません",
    )
    return dict(zip(("dWx", "dWh", "db"), grads, strict=True))


@check(points={"h": 1.5, "c": 1.5}, en="forward returns (h, c)", ja="forward が (h, c) を返す")
def forward(lab, draw):
    at = arrays(draw)
    return states(lab.LSTM(at["Wx"], at["Wh"], at["b"]).forward(at["x"], at["h_prev"], at["c_prev"]))


@gradient_check(
    points={"dx": 1, "dh_prev": 1, "dc_prev": 1},
    en="backward returns (dx, dh_prev, dc_prev)",
    ja="backward が (dx, dh_prev, dc_prev) を返す",
)
def backward_inputs(lab, draw):
    at = arrays(draw)
    Wx, Wh, b = at.pop("Wx"), at.pop("Wh"), at.pop("b")

    def forward(lab, x, h_prev, c_prev):
        return lab.LSTM(Wx, Wh, b).forward(x, h_prev, c_prev)

    def gradients(lab, dout, x, h_prev, c_prev):
        layer = lab.LSTM(Wx, Wh, b)
        layer.forward(x, h_prev, c_prev)
        found = input_gradients(layer.backward(dout[0], dout[1]))
        return {"x": found["dx"], "h_prev": found["dh_prev"], "c_prev": found["dc_prev"]}

    return at, forward, gradients


@gradient_check(
    points={"dWx": 1, "dWh": 1, "db": 1},
    en="backward sets grads to [dWx, dWh, db]",
    ja="backward が grads を [dWx, dWh, db] にする",
)
def backward_parameters(lab, draw):
    at = arrays(draw)
    x, h_prev, c_prev = at.pop("x"), at.pop("h_prev"), at.pop("c_prev")

    def forward(lab, Wx, Wh, b):
        return lab.LSTM(Wx, Wh, b).forward(x, h_prev, c_prev)

    def gradients(lab, dout, Wx, Wh, b):
        layer = lab.LSTM(Wx, Wh, b)
        layer.forward(x, h_prev, c_prev)
        layer.backward(dout[0], dout[1])
        found = parameter_gradients(layer.grads)
        return {"Wx": found["dWx"], "Wh": found["dWh"], "b": found["db"]}

    return at, forward, gradients
