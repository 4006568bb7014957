from grader.authoring import check


@check(
    points=1,
    en="every backward answers for its own dout and layer; any shape",
    ja="backward が、そのレイヤの、そのときの dout に対する勾配を返す(形状は任意)",
)
def own_dout(lab, draw):
    shape = draw.sizes("N T D")
    one, other = lab.AddLayer(), lab.AddLayer()
    sums = (
        one.forward(draw.normal(*shape), draw.normal(*shape)),
        other.forward(draw.normal(*shape), draw.normal(*shape)),
    )
    seen = {"sums": sums, "one": one.backward(draw.normal(*shape)), "other": other.backward(draw.normal(*shape))}
    seen["again"] = one.backward(draw.normal(*shape))
    flat = lab.AddLayer()
    flat.forward(draw.normal(shape[0]), draw.normal(shape[0]))
    seen["flat"] = flat.backward(draw.normal(shape[0]))
    square = lab.AddLayer()  # where a matrix product or a transpose would fit too
    seen["square"] = square.forward(draw.normal(shape[0], shape[0]), draw.normal(shape[0], shape[0]))
    return {**seen, "square gradients": square.backward(draw.normal(shape[0], shape[0]))}
