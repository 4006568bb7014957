from grader.authoring import check, public


@check(points=1, en="forward leaves x as it was", ja="forward が x を書き換えない")
def input_untouched(lab, draw):
    n, d = draw.sizes("N D")
    x = public.mixed(draw, n, d)
    lab.Relu().forward(x)  # the contract forbids changing x here; backward may do with dout what it likes
    return lab.after(x)


@check(points=1, en="two layers do not share state", ja="2 つのレイヤが状態を共有しない")
def two_layers(lab, draw):
    n, d = draw.sizes("N D")
    x = public.mixed(draw, n, d)
    first, second = lab.Relu(), lab.Relu()
    first.forward(x)
    second.forward(-x)  # no entry passes in both
    dx = second.backward(draw.normal(n, d))
    return {"second": dx, "first": first.backward(draw.normal(n, d))}


@check(points=1, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_forward(lab, draw):
    n, d = draw.sizes("N D")
    x = public.mixed(draw, n, d)
    layer = lab.Relu()
    layer.forward(x)
    layer.backward(draw.normal(n, d))
    y = layer.forward(-x)
    layer.forward(x)
    layer.forward(-x)
    return {"y": y, "dx": layer.backward(draw.normal(n, d)), "again": layer.backward(draw.normal(n, d))}


@check(points=1, en="x of any number of axes and any size of entries", ja="x の次元数も値の大きさも問わない")
def any_shape(lab, draw):
    n, c, h, w = draw.sizes("N C H W")
    seen = {}
    # Small and large entries: ReLU has its only kink at 0, neither a threshold above it nor a ceiling.
    for name, shape, scale in ("vector", (n,), 0.001), ("images", (n, c, h, w), 100.0):
        layer = lab.Relu()
        y = layer.forward(scale * public.mixed(draw, *shape))
        seen[name] = {"y": y, "dx": layer.backward(draw.normal(*shape))}
    return seen
