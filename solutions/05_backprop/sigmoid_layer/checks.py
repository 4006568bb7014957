import numpy as np

from grader.authoring import check


@check(points=1, en="x may have any number of axes", ja="x の次元数は問わない")
def any_shape(lab, draw):
    n, t, d = draw.sizes("N T D")
    seen = {}
    for name, shape in {"vector": (n,), "sequence": (n, t, d)}.items():
        layer = lab.Sigmoid()
        y = layer.forward(draw.normal(*shape))
        seen[name] = {"y": y, "dx": layer.backward(draw.normal(*shape))}
    return seen


@check(points=1, en="two layers do not share state", ja="2 つのレイヤが状態を共有しない")
def two_layers(lab, draw):
    n, d = draw.sizes("N D")
    x = draw.normal(n, d)
    first, second = lab.Sigmoid(), lab.Sigmoid()
    first.forward(x)
    second.forward(3.0 * x)  # not -x: the slope is the same there
    dx = second.backward(draw.normal(n, d))
    return {"second": dx, "first": first.backward(draw.normal(n, d))}


@check(points=1, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_forward(lab, draw):
    n, d = draw.sizes("N D")
    x = draw.normal(n, d)
    layer = lab.Sigmoid()
    layer.forward(x)
    layer.backward(draw.normal(n, d))
    y = layer.forward(3.0 * x)
    return {"y": y, "dx": layer.backward(draw.normal(n, d))}


@check(
    points=2, en="large inputs, up to 10000, give finite values", ja="絶対値が 10000 までの大きな入力でも有限の値になる"
)
def large_inputs(lab, draw):
    n, d = draw.sizes("N D")
    # Far beyond where exp overflows, either way; one column stays ordinary and sets the scale of dx.
    x = draw.uniform(800.0, 10000.0, n, d)
    x[::2] *= -1.0
    x[:, 0] = draw.signs(n) * draw.uniform(0.5, 1.0, n)
    layer = lab.Sigmoid()
    y = layer.forward(x)
    dx = layer.backward(np.abs(draw.normal(n, d)) + 1.0)
    return {"y": y, "dx": dx}
