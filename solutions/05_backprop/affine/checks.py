import numpy as np

from grader.authoring import check, gradient_check


@check(points=2, en="a bias of shape (1, M) works", ja="形状 (1, M) のバイアスでも動く")
def bias_row(lab, draw):
    n, d, m = draw.sizes("N D M")
    layer = lab.Affine(draw.normal(d, m), draw.normal(1, m))
    y = layer.forward(draw.normal(n, d))
    dx = layer.backward(draw.normal(n, m))
    # The statement asks for b's shape; (M,) is accepted as well, because document 001 and the book write
    # np.sum(dout, axis=0) and update a (1, M) bias with it.
    return {"y": y, "dx": dx, "dW": layer.dW, "db": np.ravel(layer.db)}


@check(points=2, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_input(lab, draw):
    n, d, m = draw.sizes("N D M")
    layer = lab.Affine(draw.normal(d, m), draw.normal(m))
    layer.forward(draw.normal(n, d))
    layer.backward(draw.normal(n, m))
    layer.forward(draw.normal(n + 1, d))
    dx = layer.backward(draw.normal(n + 1, m))
    return {"dx": dx, "dW": layer.dW, "db": layer.db}


@gradient_check(points=0, en="x may have more axes, (N, T, D)", ja="x が (N, T, D) のように軸を多く持っていてもよい")
def more_axes(lab, draw):
    n, t, d, m = draw.sizes("N T D M")
    at = {"x": draw.normal(n, t, d), "W": draw.normal(d, m), "b": draw.normal(m)}

    def forward(lab, x, W, b):
        return lab.Affine(W, b).forward(x)

    def gradients(lab, dout, x, W, b):
        layer = lab.Affine(W, b)
        layer.forward(x)
        dx = layer.backward(dout)
        return {"x": dx, "W": layer.dW, "b": layer.db}

    return at, forward, gradients
