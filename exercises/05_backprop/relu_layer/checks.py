import numpy as np

from grader.authoring import check, gradient_check, picture, unit

LABELS = unit.LABELS


def mixed(draw, *shape):
    """An array in which the first entry is negative and the last positive."""
    x = draw.normal(*shape)
    x.flat[0] = -abs(x.flat[0])
    x.flat[-1] = abs(x.flat[-1])
    return x


@check(points=1, en="forward keeps what is positive, 0 elsewhere", ja="forward が正の値を通し、それ以外を 0 にする")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    return lab.Relu().forward(mixed(draw, n, d))


@gradient_check(
    points=2, en="backward gives dx for any upstream gradient", ja="どんな dout に対しても backward が dx を返す"
)
def backward(lab, draw):
    n, d = draw.sizes("N D")
    return unit.gradient_of_one_input("Relu", mixed(draw, n, d))


@check(points={"y": 0.5, "dx": 0.5}, en="at x = 0 no gradient passes", ja="x = 0 では勾配を流さない")
def at_zero(lab, draw):
    n, d = draw.sizes("N D")
    x = mixed(draw, n, d)
    x[:, 1] = 0.0
    layer = lab.Relu()
    y = layer.forward(x)
    return {"y": y, "dx": layer.backward(draw.normal(n, d))}


@picture(en="forward, and its slope by backward", ja="forward と、backward で求めた傾き")
def curve(lab, draw):
    x, layer = np.linspace(-4.0, 4.0, 122).reshape(1, -1), lab.Relu()
    y = layer.forward(x.copy())
    return {"x": x, "forward": y, "backward of ones": layer.backward(np.ones_like(x))}
