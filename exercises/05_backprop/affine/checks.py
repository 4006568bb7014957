from grader.authoring import check, gradient_check


@check(points=2, en="forward computes x @ W + b", ja="forward が x @ W + b を計算する")
def forward(lab, draw):
    n, d, m = draw.sizes("N D M")
    return lab.Affine(draw.normal(d, m), draw.normal(m)).forward(draw.normal(n, d))


def of_layer(x, W, b):
    """A gradient check at x, W and b: backward returns dx and leaves dW and db in the layer."""

    def forward(lab, x, W, b):
        return lab.Affine(W, b).forward(x)

    def gradients(lab, dout, x, W, b):
        layer = lab.Affine(W, b)
        layer.forward(x)
        dx = layer.backward(dout)
        return {"x": dx, "W": layer.dW, "b": layer.db}

    return {"x": x, "W": W, "b": b}, forward, gradients


@gradient_check(
    points={"dx": 2, "dW": 1, "db": 1}, en="backward gives dx, dW and db", ja="backward で dx、dW、db が求まる"
)
def backward(lab, draw):
    n, d, m = draw.sizes("N D M")  # distinct, so that no transpose goes unnoticed
    return of_layer(draw.normal(n, d), draw.normal(d, m), draw.normal(m))
