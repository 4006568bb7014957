import numpy as np

from grader.authoring import check, expect, gradient_check


def two(returned, x):
    """The two gradients that backward returned, as a tuple, a list or one array of both."""
    if isinstance(returned, np.ndarray):
        right = returned.shape == (2, *x.shape)
    else:
        right = isinstance(returned, (tuple, list)) and len(returned) == 2
    expect(
        right, "backward did not return the two values dx and dy", "backward が dx と dy の 2 つの値を返していません"
    )
    return {"x": returned[0], "y": returned[1]}


@check(points=1, en="forward multiplies entry by entry", ja="forward が要素ごとの積を返す")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    return lab.MulLayer().forward(draw.normal(n, d), draw.normal(n, d))


@gradient_check(
    points=2, en="backward returns dx and dy for any dout", ja="どんな dout でも backward が dx と dy を返す"
)
def backward(lab, draw):
    n, d = draw.sizes("N D")

    def forward(lab, x, y):
        return lab.MulLayer().forward(x, y)

    def gradients(lab, dout, x, y):
        layer = lab.MulLayer()
        layer.forward(x, y)
        return two(layer.backward(dout), x)

    return {"x": draw.normal(n, d), "y": draw.normal(n, d)}, forward, gradients


@check(points=1, en="two floats, forward and backward", ja="浮動小数点数 2 つの順伝播と逆伝播")
def numbers(lab, draw):
    x, y, dout = (float(value) for value in draw.normal(3))
    layer = lab.MulLayer()
    product = layer.forward(x, y)
    return {"product": product, "gradients": layer.backward(dout)}
