from grader.authoring import check, gradient_check


# 1e-7 added inside the log changes these losses by up to 2e-5, relatively; mistakes change them by 0.3 and more.
@check(
    points=2,
    en="forward returns the mean loss, t one-hot",
    ja="forward が損失の平均を返す(t は one-hot 表現)",
    rtol=1e-3,
)
def loss(lab, draw):
    n, m = draw.sizes("N M")
    return lab.SoftmaxWithLoss().forward(draw.normal(n, m), draw.one_hot(n, m))


def asked(lab, x, t):
    """A new layer after forward."""
    layer = lab.SoftmaxWithLoss()
    layer.forward(x, t)
    return layer


def gradient_of_scores(x, t, backward):
    """A gradient check at x: backward(layer, dout) asks the layer for dx after forward(x, t)."""

    def forward(lab, x):
        return lab.SoftmaxWithLoss().forward(x, t)

    def gradients(lab, dout, x):
        layer = lab.SoftmaxWithLoss()
        layer.forward(x, t)
        return {"x": backward(layer, dout)}

    return {"x": x}, forward, gradients


def by_default(layer, dout):
    return dout * layer.backward()  # scaled here, so the layer sees its default, 1


@gradient_check(points=3, en="backward() gives dx, t one-hot", ja="backward() が dx を返す(t は one-hot 表現)")
def backward(lab, draw):
    n, m = draw.sizes("N M")
    return gradient_of_scores(draw.normal(n, m), draw.one_hot(n, m), by_default)


@check(points=2, en="backward(dout) scales dx by dout", ja="backward(dout) が dx を dout 倍する")
def scaled(lab, draw):
    n, m = draw.sizes("N M")
    x, t, dout = draw.normal(n, m), draw.one_hot(n, m), float(draw.uniform(2.0, 3.0) * draw.signs())
    return lab.gap(asked(lab, x, t).backward(dout), dout * asked(lab, x, t).backward())
