from grader.authoring import check, gradient_check, unit

LABELS = unit.LABELS


@check(points=1, en="forward multiplies entry by entry", ja="forward が要素ごとの積を返す")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    return lab.MulLayer().forward(draw.normal(n, d), draw.normal(n, d))


@gradient_check(
    points={"dx": 1, "dy": 1},
    en="backward returns dx and dy for any dout",
    ja="どんな dout でも backward が dx と dy を返す",
)
def backward(lab, draw):
    n, d = draw.sizes("N D")
    return unit.gradients_of_two_inputs("MulLayer", draw.normal(n, d), draw.normal(n, d))


@check(
    points={"product": 0.5, "gradients": 0.5},
    en="two floats, forward and backward",
    ja="浮動小数点数 2 つの順伝播と逆伝播",
)
def numbers(lab, draw):
    return unit.of_two_floats(draw, lab.MulLayer(), "product")
