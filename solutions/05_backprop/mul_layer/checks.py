from grader.authoring import check


@check(
    points=1,
    en="backward belongs to the latest forward of its own layer; any shape",
    ja="backward は同じレイヤの最後の forward に対応する(形状は任意)",
)
def own_memory(lab, draw):
    shape = draw.sizes("N T D")
    one, other = lab.MulLayer(), lab.MulLayer()
    one.forward(draw.normal(*shape), draw.normal(*shape))
    one.forward(draw.normal(*shape), draw.normal(*shape))
    other.forward(draw.normal(*shape), draw.normal(*shape))
    seen = {"one": one.backward(draw.normal(*shape)), "other": other.backward(draw.normal(*shape))}
    seen["again"] = one.backward(draw.normal(*shape))
    one.forward(draw.normal(*shape), draw.normal(*shape))
    seen["next"] = one.backward(draw.normal(*shape))
    flat = lab.MulLayer()
    flat.forward(draw.normal(shape[0]), draw.normal(shape[0]))
    seen["flat"] = flat.backward(draw.normal(shape[0]))
    square = lab.MulLayer()  # where a matrix product or a transpose would fit too
    seen["square"] = square.forward(draw.normal(shape[0], shape[0]), draw.normal(shape[0], shape[0]))
    return {**seen, "square gradients": square.backward(draw.normal(shape[0], shape[0]))}


@check(points=1, en="inputs that are 0", ja="入力に 0 があるとき")
def zeros(lab, draw):
    n, d = draw.sizes("N D")
    x, y = draw.normal(n, d), draw.normal(n, d)
    x[0] = 0.0
    y[-1] = 0.0
    layer = lab.MulLayer()
    product = layer.forward(x, y)
    return {"product": product, "gradients": layer.backward(draw.normal(n, d))}
