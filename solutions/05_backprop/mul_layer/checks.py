from grader.authoring import check, unit

LABELS = unit.LABELS


@check(
    points=1,
    en="backward belongs to the latest forward of its own layer; any shape",
    ja="backward は同じレイヤの最後の forward に対応する(形状は任意)",
)
def own_memory(lab, draw):
    return unit.own_memory(lab, draw, "MulLayer", inputs=2)


@check(points={"product": 0.5, "gradients": 0.5}, en="inputs that are 0", ja="入力に 0 があるとき")
def zeros(lab, draw):
    n, d = draw.sizes("N D")
    x, y = draw.normal(n, d), draw.normal(n, d)
    x[0] = 0.0
    y[-1] = 0.0
    layer = lab.MulLayer()
    product = layer.forward(x, y)
    return {"product": product, "gradients": layer.backward(draw.normal(n, d))}
