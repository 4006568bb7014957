import numpy as np

from grader.authoring import check, gradient_check, picture, unit


@check(points=2, en="forward is tanh", ja="forward が tanh になっている")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    return lab.Tanh().forward(draw.normal(n, d))


@gradient_check(points=3, en="backward gives dx for any dout", ja="どんな dout でも backward が dx を返す")
def backward(lab, draw):
    n, d = draw.sizes("N D")
    return unit.gradient_of_one_input("Tanh", draw.normal(n, d))


@picture(en="forward, and its slope by backward", ja="forward と、backward で求めた傾き")
def curve(lab, draw):
    x, layer = np.linspace(-4.0, 4.0, 122).reshape(1, -1), lab.Tanh()
    y = layer.forward(x.copy())
    return {"x": x, "forward": y, "backward of ones": layer.backward(np.ones_like(x))}
