from grader.authoring import check


@check(points=1, en="one sample, shape (M,)", ja="データ 1 個、形状 (M,)")
def one_sample(lab, draw):
    return lab.softmax(draw.normal(draw.size(at_least=3)))


@check(points=2, en="a batch, each row by itself", ja="バッチを行ごとに計算する")
def batch(lab, draw):
    n, m = draw.sizes("N M")
    return lab.softmax(draw.normal(n, m, scale=2.0))
