import numpy as np

from grader.authoring import check, public

# What is left to chance here, and how little that is: see the public checks.


@check(points=1, en="every forward draws a new mask, for every entry", ja="mask を forward のたびに、要素ごとに作る")
def new_masks(lab, draw):
    x = public.large(draw)
    dout = public.inputs(draw, *x.shape)
    layer = lab.Dropout(public.RATIOS[draw.level])
    first, second = (layer.forward(x.copy()) for _ in range(2))
    dropped = public.zeros(second, x)
    return {
        "the same entries twice": bool(np.array_equal(public.zeros(first, x), dropped)),
        "a whole row dropped": bool(dropped.all(axis=1).any()),
        "a whole column dropped": bool(dropped.all(axis=0).any()),
        "backward, against the second": public.path_back(layer.backward(dout.copy()), dout, second, x),
    }


@check(points=1, en="two layers do not share masks", ja="2 つのレイヤが mask を共有しない")
def two_layers(lab, draw):
    x = public.large(draw)
    dout = public.inputs(draw, *x.shape)
    first, second = (lab.Dropout(public.RATIOS[draw.level]) for _ in range(2))
    y = first.forward(x.copy())
    other = second.forward(x.copy())
    return {
        "the same entries": bool(np.array_equal(public.zeros(y, x), public.zeros(other, x))),
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
    return {"y": y, "dx": dx, "test": layer.forward(x.copy(), False)}


@check(points=1, en="x of any number of axes, with the default ratio", ja="x の次元数は問わない(ratio は省略)")
def any_shape(lab, draw):
    n, c = draw.sizes("N C")
    seen = {}
    for name, shape in ("vector", (10000 + n,)), ("images", (n, c, 10, 1000 // (n * c) + 1)):
        x = public.inputs(draw, *shape)
        layer = lab.Dropout()
        seen[name] = {"share of zeros": public.share(layer.forward(x.copy()), x, 0.5), **public.scaling(layer, x, 0.5)}
    return seen
