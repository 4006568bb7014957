import numpy as np

from grader.authoring import check, gradient_check, public, unit

LABELS = unit.LABELS


@check(points={"y": 0.5, "dx": 0.5, "dW": 0.5, "db": 0.5}, en="a bias of shape (1, M)", ja="形状 (1, M) のバイアス")
def bias_row(lab, draw):
    n, d, m = draw.sizes("N D M")
    layer = lab.Affine(draw.normal(d, m), draw.normal(1, m))
    y = layer.forward(draw.normal(n, d))
    dx = layer.backward(draw.normal(n, m))
    db = layer.db
    # Document 001 sums without keepdims: its db has shape (M,) where b has (1, M). Both shapes are accepted.
    db = np.ravel(db) if np.shape(db) in ((m,), (1, m)) else db
    return {"y": y, "dx": dx, "dW": layer.dW, "db": db}


def gradients(layer, dout):
    """What one backward leaves."""
    dx = layer.backward(dout)
    return {"dx": dx, "dW": layer.dW, "db": layer.db}


# What is wrong with the formulas has cost its points already: in these two the answer is held against itself.
@check(points=1, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_input(lab, draw):
    n, d, m = draw.sizes("N D M")
    W, b, x, dout = unit.unlike(draw, d, m), unit.unlike(draw, m), unit.unlike(draw, n, d), unit.unlike(draw, n, m)
    layer, alone = lab.Affine(W, b), lab.Affine(W, b)
    layer.forward(unit.unlike(draw, n, d))
    layer.backward(unit.unlike(draw, n, m))
    layer.forward(x)
    alone.forward(x)
    return lab.gap(gradients(layer, dout), gradients(alone, dout))


@check(points=1, en="two layers do not disturb each other", ja="2 つのレイヤが互いに影響しない")
def two_layers(lab, draw):
    n, d, m = draw.sizes("N D M")
    W, b, x, dout = unit.unlike(draw, d, m), unit.unlike(draw, m), unit.unlike(draw, n, d), unit.unlike(draw, n, m)
    first, alone = lab.Affine(W, b), lab.Affine(W, b)
    y = first.forward(x)
    second = lab.Affine(unit.unlike(draw, d, m), unit.unlike(draw, m))
    second.forward(unit.unlike(draw, n, d))
    second.backward(unit.unlike(draw, n, m))
    own_y = alone.forward(x)
    return lab.gap({"y": y, **gradients(first, dout)}, {"y": own_y, **gradients(alone, dout)})


@check(
    points={"y": 0.25, "dx": 0.25, "dW": 0.25, "db": 0.25},
    en="square W, where a missing transpose raises no error",
    ja="正方行列の W(転置を忘れてもエラーにならない)",
)
def square_weights(lab, draw):
    n, d = draw.sizes("N D")
    layer = lab.Affine(draw.normal(d, d), draw.normal(d))
    y = layer.forward(draw.normal(n, d))
    dx = layer.backward(draw.normal(n, d))
    return {"y": y, "dx": dx, "dW": layer.dW, "db": layer.db}


# A stretch beyond the documents: 001's x.T reverses all three axes.
@gradient_check(points=0, en="extra: x may have more axes, (N, T, D)", ja="発展: x が (N, T, D) のように軸を多くもつ")
def more_axes(lab, draw):
    n, t, d, m = draw.sizes("N T D M")
    return public.of_layer(draw.normal(n, t, d), draw.normal(d, m), draw.normal(m))
