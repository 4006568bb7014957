from grader.authoring import check, gradient_check


@check(points=2, en="forward computes x @ W + b", ja="forward が x @ W + b を計算する")
def forward(lab, draw):
    n, d, m = draw.sizes("N D M")
    return lab.Affine(draw.normal(d, m), draw.normal(m)).forward(draw.normal(n, d))


@gradient_check(points=4, en="backward gives dx, dW and db", ja="backward で dx、dW、db が求まる")
def backward(lab, draw):
    n, d, m = draw.sizes("N D M")  # distinct, so that no transpose goes unnoticed
    at = {"x": draw.normal(n, d), "W": draw.normal(d, m), "b": draw.normal(m)}

    def forward(lab, x, W, b):
        return lab.Affine(W, b).forward(x)

    def gradients(lab, dout, x, W, b):
        layer = lab.Affine(W, b)
        layer.forward(x)
        dx = layer.backward(dout)
        return {"x": dx, "W": layer.dW, "b": layer.db}

    return at, forward, gradients
