import numpy as np

from grader.authoring import check, public

LABELS = {
    "step {n}": ("step {n}, beside itself with a new layer", "ステップ {n}(新しいレイヤだけのときとの差)"),
}


def arrays(draw):
    """Weights, and sizes for what goes through them."""
    n, d, h = draw.sizes("N D H")
    return n, d, h, (draw.normal(d, 4 * h) / 4, draw.normal(h, 4 * h) / 4, draw.normal(4 * h) / 4)


def backwards(layer, dh, dc):
    """All that one backward leaves."""
    found = public.input_gradients(layer.backward(dh, dc))
    return {**found, **public.parameter_gradients(layer.grads)}


@check(
    points=2,
    en="a second forward and backward replace what the first left",
    ja="2 回目の forward と backward が 1 回目の結果を置き換える",
)
def latest_call(lab, draw):
    n, d, h, weights = arrays(draw)
    layer, alone = lab.LSTM(*weights), lab.LSTM(*weights)
    layer.forward(draw.normal(n, d), draw.normal(n, h), draw.normal(n, h))
    layer.backward(draw.normal(n, h), draw.normal(n, h))
    inputs, upstream = (draw.normal(n, d), draw.normal(n, h), draw.normal(n, h)), (draw.normal(n, h), draw.normal(n, h))
    layer.forward(*inputs)
    found = backwards(layer, *upstream)
    alone.forward(*inputs)
    return lab.gap(found, backwards(alone, *upstream))


@check(
    points=3,
    en="three layers that share weights, unrolled in time",
    ja="重みを共有する 3 つのレイヤを時間方向につなぐ(BPTT)",
)
def unrolled(lab, draw):
    n, d, h, weights = arrays(draw)
    xs, states = draw.normal(3, n, d), [(draw.normal(n, h), draw.normal(n, h))]
    layers = [lab.LSTM(*weights) for _ in xs]
    for layer, x in zip(layers, xs, strict=True):
        found = public.states(layer.forward(x, *states[-1]))
        states.append((found["h"], found["c"]))
    upstream = draw.normal(n, h), draw.normal(n, h)
    seen = {}
    for step in (2, 1, 0):
        found = backwards(layers[step], *upstream)
        alone = lab.LSTM(*weights)
        alone.forward(xs[step], *states[step])
        seen[f"step {step + 1}"] = lab.gap(found, backwards(alone, *upstream))
        upstream = found["dh_prev"], found["dc_prev"]
    return seen
