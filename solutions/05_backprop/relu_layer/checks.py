from grader.authoring import check, public

LABELS = {
    **public.LABELS,
    "again": ("the result of a second forward", "2 回目の forward の結果"),
    "first": ("dx of the first layer", "1 つ目のレイヤの dx"),
    "second": ("dx of the second layer", "2 つ目のレイヤの dx"),
    "twice": ("dx of a second backward", "2 回目の backward の dx"),
    "images": ("an array with four axes", "4 次元の配列"),
}


@check(points=1, rtol=1e-15, en="forward leaves x as it was", ja="forward が x を書き換えない")
def input_untouched(lab, draw):
    n, d = draw.sizes("N D")
    x = public.mixed(draw, n, d)
    first = lab.Relu().forward(x)
    left = lab.after(x)  # the contract forbids changing x here; backward may do with dout what it likes
    return {"x": left, "again": lab.gap(lab.Relu().forward(x), first)}


# What is wrong with backward has cost its points already: in these two the answer is held against itself.
@check(points=1, en="two layers do not share state", ja="2 つのレイヤが状態を共有しない")
def two_layers(lab, draw):
    n, d = draw.sizes("N D")
    x, dout = public.mixed(draw, n, d), draw.normal(n, d)
    own_first, own_second = alone(lab, x, dout)["dx"], alone(lab, -x, dout)["dx"]
    first, second = lab.Relu(), lab.Relu()
    first.forward(x)
    second.forward(-x)  # no entry passes in both
    dx = second.backward(dout)
    return lab.gap({"second": dx, "first": first.backward(dout)}, {"second": own_second, "first": own_first})


@check(points=1, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_forward(lab, draw):
    n, d = draw.sizes("N D")
    x, dout = public.mixed(draw, n, d), draw.normal(n, d)
    own = alone(lab, -x, dout)
    layer = lab.Relu()
    layer.forward(x)
    layer.backward(draw.normal(n, d))
    layer.forward(-x)
    layer.forward(x)
    y = layer.forward(-x)
    seen = {"y": y, "dx": layer.backward(dout), "twice": layer.backward(dout)}
    return lab.gap(seen, {**own, "twice": own["dx"]})


def alone(lab, x, dout):
    """What a layer gives that is used once."""
    layer = lab.Relu()
    y = layer.forward(x)
    return {"y": y, "dx": layer.backward(dout)}


@check(
    points={"y": 0.5, "dx": 0.5},
    en="x of any number of axes and any size of entries",
    ja="x の次元数も値の大きさも問わない",
)
def any_shape(lab, draw):
    n, c, h, w = draw.sizes("N C H W")
    seen = {"y": {}, "dx": {}}
    # Small and large entries: ReLU has its only kink at 0, neither a threshold above it nor a ceiling.
    for name, shape, scale in ("vector", (n,), 0.001), ("images", (n, c, h, w), 100.0):
        of_this = alone(lab, scale * public.mixed(draw, *shape), draw.normal(*shape))
        for key, value in of_this.items():
            seen[key][name] = value
    return seen
