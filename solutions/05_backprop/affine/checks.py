import numpy as np

from grader.authoring import check, gradient_check, public


@check(points=2, en="a bias of shape (1, M)", ja="形状 (1, M) のバイアス")
def bias_row(lab, draw):
    n, d, m = draw.sizes("N D M")
    layer = lab.Affine(draw.normal(d, m), draw.normal(1, m))
    y = layer.forward(draw.normal(n, d))
    dx = layer.backward(draw.normal(n, m))
    db = layer.db
    # Document 001 sums without keepdims: its db has shape (M,) where b has (1, M). Both shapes are accepted.
    db = np.ravel(db) if np.shape(db) in ((m,), (1, m)) else db
    return {"y": y, "dx": dx, "dW": layer.dW, "db": db}


@check(points=1, en="backward belongs to the latest forward", ja="backward は直前の forward に対応する")
def latest_input(lab, draw):
    n, d, m = draw.sizes("N D M")
    layer = lab.Affine(draw.normal(d, m), draw.normal(m))
    layer.forward(draw.normal(n, d))
    layer.backward(draw.normal(n, m))
    layer.forward(draw.normal(n, d))
    dx = layer.backward(draw.normal(n, m))
    return {"dx": dx, "dW": layer.dW, "db": layer.db}


@check(points=1, en="two layers do not disturb each other", ja="2 つのレイヤが互いに影響しない")
def two_layers(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    first = lab.Affine(draw.normal(d, h), draw.normal(h))
    second = lab.Affine(draw.normal(h, m), draw.normal(m))
    y = second.forward(first.forward(draw.normal(n, d)))
    dx = first.backward(second.backward(draw.normal(n, m)))
    grads = [first.dW, first.db, second.dW, second.db]
    return {"y": y, "dx": dx, "grads": grads}


@check(
    points=1,
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
