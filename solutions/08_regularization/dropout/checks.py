import numpy as np

from grader.authoring import check, public

LABELS = {
    **public.LABELS,
    "y": ("the result of forward", "forward の結果"),
    "same": ("whether the same entries are dropped again", "前と同じ要素が 0 になるかどうか"),
    "row": ("whether a whole row is dropped", "行全体が 0 になるかどうか"),
    "column": ("whether a whole column is dropped", "列全体が 0 になるかどうか"),
    "after both": ("backward, against the second forward", "backward と 2 回目の forward"),
    "first": ("the first layer", "1 つ目のレイヤ"),
    "second": ("the second layer", "2 つ目のレイヤ"),
    "at test": ("y at test", "テスト時の y"),
    "dropped": ("the share of zeros in backward, where x is 0", "x が 0 の場所で backward が 0 にした割合"),
    "factor": (
        "the factor of backward where x is 0, over that of forward elsewhere",
        "x が 0 の場所での backward の係数 ÷ ほかの場所での forward の係数",
    ),
    "vector": ("x of one axis", "1 次元の x"),
    "images": ("x of four axes", "4 次元の x"),
}

# What is left to chance here, and how little that is: see the public checks.


@check(points=1, en="every forward draws a new mask, for every entry", ja="mask を forward のたびに、要素ごとに作る")
def new_masks(lab, draw):
    x = public.large(draw)
    dout = public.inputs(draw, *x.shape)
    layer = lab.Dropout(public.RATIOS[draw.level])
    first, second = (layer.forward(x.copy()) for _ in range(2))
    dropped = public.zeros(second, x)
    return {
        "same": bool(np.array_equal(public.zeros(first, x), dropped)),
        "row": bool(dropped.all(axis=1).any()),
        "column": bool(dropped.all(axis=0).any()),
        "after both": public.path_back(layer.backward(dout.copy()), dout, second, x),
    }


@check(points=1, en="two layers do not share masks", ja="2 つのレイヤが mask を共有しない")
def two_layers(lab, draw):
    x = public.large(draw)
    dout = public.inputs(draw, *x.shape)
    first, second = (lab.Dropout(public.RATIOS[draw.level]) for _ in range(2))
    y = first.forward(x.copy())
    other = second.forward(x.copy())
    return {
        "same": bool(np.array_equal(public.zeros(y, x), public.zeros(other, x))),
        "second": public.path_back(second.backward(dout.copy()), dout, other, x),
        "first": public.path_back(first.backward(dout.copy()), dout, y, x),
    }


@check(points=1, en="ratio 0 changes nothing", ja="ratio が 0 なら何も変わらない")
def ratio_zero(lab, draw):
    n, d = draw.sizes("N D")
    layer = lab.Dropout(0.0)
    x = public.inputs(draw, n, d)
    y = layer.forward(x.copy())
    dx = layer.backward(public.inputs(draw, n, d))
    return {"y": y, "dx": dx, "at test": layer.forward(x.copy(), False)}


@check(
    points=0.5,
    en="entries of x that are 0 are kept or dropped like all others",
    ja="値が 0 の入力も、ほかの要素と同じように扱う",
)
def zeros_in_x(lab, draw):
    """What comes out of ReLU is 0 in half of its entries; whether such an entry was kept shows in backward alone."""
    n, d = draw.sizes("N D")
    ratio = public.RATIOS[draw.level]
    x = public.inputs(draw, 100 + n, 200 + d)
    x[:, ::2] = 0.0
    dout = public.inputs(draw, *x.shape)
    layer = lab.Dropout(ratio)
    y = layer.forward(x.copy())
    dx = layer.backward(dout.copy())
    public.zeros(dx, dout)
    public.zeros(y, x)
    other = np.asarray(y)[:, 1::2], x[:, 1::2]
    of_zeros = np.asarray(dx)[:, ::2], dout[:, ::2]
    return {
        "dropped": public.share(*of_zeros, ratio),
        "factor": public.ends(public.factors(*of_zeros) / public.factors(*other)),
    }


@check(points=0.5, en="x of any number of axes, with the default ratio", ja="x の次元数は問わない(ratio は省略)")
def any_shape(lab, draw):
    n, c = draw.sizes("N C")
    seen = {}
    for name, shape in ("vector", (10000 + n,)), ("images", (n, c, 10, 1000 // (n * c) + 1)):
        x = public.inputs(draw, *shape)
        layer = lab.Dropout()
        seen[name] = {"zeros": public.share(layer.forward(x.copy()), x, 0.5), **public.scaling(layer, x, 0.5)}
    return seen
