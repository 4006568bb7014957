import numpy as np

from grader.authoring import check, expect, gradient_check


@check(
    points=2,
    en="a second forward and backward replace what the first left",
    ja="2 回目の forward と backward が 1 回目の結果を置き換える",
)
def latest_call(lab, draw):
    n, d, h = draw.sizes("N D H")
    layer = lab.LSTM(draw.normal(d, 4 * h) / 4, draw.normal(h, 4 * h) / 4, draw.normal(4 * h) / 4)
    seen = []
    for _ in range(2):
        layer.forward(draw.normal(n, d), draw.normal(n, h), draw.normal(n, h))
        returned = layer.backward(draw.normal(n, h), draw.normal(n, h))
        seen.append({"(dx, dh_prev, dc_prev)": returned, "grads": layer.grads})
    return seen


@gradient_check(
    points=3,
    en="three layers that share weights, unrolled in time",
    ja="重みを共有する 3 つのレイヤを時間方向につなぐ(BPTT)",
)
def unrolled(lab, draw):
    n, d, h = draw.sizes("N D H")
    at = {"Wx": draw.normal(d, 4 * h) / 4, "Wh": draw.normal(h, 4 * h) / 4, "b": draw.normal(4 * h) / 4}
    at |= {"x0": draw.normal(n, d), "x1": draw.normal(n, d), "x2": draw.normal(n, d)}
    at |= {"h": draw.normal(n, h), "c": draw.normal(n, h)}

    def run(lab, Wx, Wh, b, x0, x1, x2, h, c):
        layers = [lab.LSTM(Wx, Wh, b) for _ in range(3)]
        for layer, x in zip(layers, (x0, x1, x2), strict=True):
            result = layer.forward(x, h, c)
            expect(
                isinstance(result, (tuple, list, np.ndarray)) and len(result) == 2,
                "forward did not return the two arrays (h, c)",
                "forward が 2 つの配列 (h, c) を返していません",
            )
            h, c = result
        return layers, (h, c)

    def forward(lab, **at):
        return run(lab, **at)[1]

    def gradients(lab, dout, **at):
        layers, _ = run(lab, **at)
        found = {}
        dh, dc = dout
        sums = [0.0, 0.0, 0.0]
        for step in (2, 1, 0):
            returned, grads = layers[step].backward(dh, dc), layers[step].grads
            expect(
                all(isinstance(part, (tuple, list)) and len(part) == 3 for part in (returned, grads)),
                "backward must return (dx, dh_prev, dc_prev), and grads must hold [dWx, dWh, db]",
                "backward は (dx, dh_prev, dc_prev) を返し、grads は [dWx, dWh, db] でなければなりません",
            )
            found[f"x{step}"], dh, dc = returned
            sums = [total + grad for total, grad in zip(sums, grads, strict=True)]
        return found | {"h": dh, "c": dc, "Wx": sums[0], "Wh": sums[1], "b": sums[2]}

    return at, forward, gradients
