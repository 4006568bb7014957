from grader.authoring import check, given, gradient_check


@gradient_check(points=2, en="d_mean_squared_error, (N, M)", ja="d_mean_squared_error、形状 (N, M)")
def squared_error(lab, draw):
    n, m = draw.sizes("N M")
    t = draw.normal(n, m)

    def forward(lab, y):
        return given.mean_squared_error(y, t)

    def gradients(lab, dout, y):
        return {"y": dout * lab.d_mean_squared_error(y, t)}

    return {"y": t + draw.normal(n, m)}, forward, gradients


def of_scores(draw, targets):
    """What a gradient check of d_softmax_with_loss returns; targets(N, M) draws t."""
    n, m = draw.sizes("N M")
    t = targets(n, m)

    def forward(lab, x):
        return given.cross_entropy_error(given.softmax(x), t)

    def gradients(lab, dout, x):
        return {"x": dout * lab.d_softmax_with_loss(given.softmax(x), t)}

    return {"x": draw.normal(n, m)}, forward, gradients


@gradient_check(points=2, en="d_softmax_with_loss, t one-hot", ja="d_softmax_with_loss、t は one-hot 表現")
def one_hot(lab, draw):
    return of_scores(draw, draw.one_hot)


@gradient_check(points=2, en="d_softmax_with_loss, t labels", ja="d_softmax_with_loss、t はラベル")
def labels(lab, draw):
    return of_scores(draw, draw.labels)
