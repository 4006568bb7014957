from grader.authoring import check


@check(points=2, en="a batch, shape (N, D)", ja="バッチ、形状 (N, D)")
def batch(lab, draw):
    n, d, m = draw.sizes("N D M")
    return lab.linear(draw.normal(n, d), draw.normal(d, m), draw.normal(m))


@check(points=1, en="one sample, shape (D,)", ja="データ 1 個、形状 (D,)")
def one_sample(lab, draw):
    d, m = draw.sizes("D M")
    return lab.linear(draw.normal(d), draw.normal(d, m), draw.normal(m))
