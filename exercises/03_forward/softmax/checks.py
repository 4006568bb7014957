import numpy as np

from grader.authoring import check, picture


@check(points=1, en="one sample, shape (M,)", ja="データ 1 個、形状 (M,)")
def one_sample(lab, draw):
    return lab.softmax(draw.normal(draw.size(at_least=3)))


@check(points=2, en="a batch, each row by itself", ja="バッチを行ごとに計算する")
def batch(lab, draw):
    n, m = draw.sizes("N M")
    return lab.softmax(draw.normal(n, m, scale=2.0))


@picture(
    en="the share of a score x beside 0 and 1",
    ja="スコアが x、0、1 のときの各クラスの割合",
)
def shares(lab, draw):
    x = np.linspace(-5.0, 6.0, 111)
    y = lab.softmax(np.stack([x, np.zeros(111), np.ones(111)], axis=1))
    return {"x": x, "of x": y[:, 0], "of 1": y[:, 2]}
