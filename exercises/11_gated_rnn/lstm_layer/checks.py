from grader.authoring import check, expect, gradient_check


def arrays(draw):
    n, d, h = draw.sizes("N D H")
    at = {"x": draw.normal(n, d), "h_prev": draw.normal(n, h), "c_prev": draw.normal(n, h)}
    # Weights are divided by 4 so that the gates are not saturated.
    at |= {"Wx": draw.normal(d, 4 * h) / 4, "Wh": draw.normal(h, 4 * h) / 4, "b": draw.normal(4 * h) / 4}
    return at


@check(points=3, en="forward returns (h, c)", ja="forward が (h, c) を返す")
def forward(lab, draw):
    at = arrays(draw)
    return lab.LSTM(at["Wx"], at["Wh"], at["b"]).forward(at["x"], at["h_prev"], at["c_prev"])


@gradient_check(points=3, en="backward returns (dx, dh_prev, dc_prev)", ja="backward が (dx, dh_prev, dc_prev) を返す")
def backward_inputs(lab, draw):
    at = arrays(draw)
    Wx, Wh, b = at.pop("Wx"), at.pop("Wh"), at.pop("b")

    def forward(lab, x, h_prev, c_prev):
        return lab.LSTM(Wx, Wh, b).forward(x, h_prev, c_prev)

    def gradients(lab, dout, x, h_prev, c_prev):
        layer = lab.LSTM(Wx, Wh, b)
        layer.forward(x, h_prev, c_prev)
        returned = layer.backward(dout[0], dout[1])
        expect(
            isinstance(returned, (tuple, list)) and len(returned) == 3,
            "backward did not return the three arrays (dx, dh_prev, dc_prev)",
            "backward が 3 つの配列 (dx, dh_prev, dc_prev) を返していません",
        )
        return {"x": returned[0], "h_prev": returned[1], "c_prev": returned[2]}

    return at, forward, gradients


@gradient_check(points=3, en="backward sets grads to [dWx, dWh, db]", ja="backward が grads を [dWx, dWh, db] にする")
def backward_parameters(lab, draw):
    at = arrays(draw)
    x, h_prev, c_prev = at.pop("x"), at.pop("h_prev"), at.pop("c_prev")

    def forward(lab, Wx, Wh, b):
        return lab.LSTM(Wx, Wh, b).forward(x, h_prev, c_prev)

    def gradients(lab, dout, Wx, Wh, b):
        layer = lab.LSTM(Wx, Wh, b)
        layer.forward(x, h_prev, c_prev)
        layer.backward(dout[0], dout[1])
        grads = layer.grads
        expect(
            isinstance(grads, (tuple, list)) and len(grads) == 3,
            "grads is not a list of the three arrays [dWx, dWh, db]",
            "grads が 3 つの配列のリスト [dWx, dWh, db] になっていません",
        )
        return {"Wx": grads[0], "Wh": grads[1], "b": grads[2]}

    return at, forward, gradients
