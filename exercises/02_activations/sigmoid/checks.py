import numpy as np

from grader.authoring import check, picture, unit

LABELS = {"number": ("a plain number", "スカラ"), "array": ("an array", "配列")}


@check(points=1, en="the values are right", ja="値が正しい")
def values(lab, draw):
    return lab.sigmoid(draw.normal(draw.size()))


@check(points=1, en="a matrix works", ja="行列でも動く")
def matrix(lab, draw):
    n, d = draw.sizes("N D")
    return unit.against_one_row(lab, lab.sigmoid, unit.mixed(draw, n, d, scale=3.0))


@check(points=1, en="sigmoid(0) is one half, for a plain number too", ja="sigmoid(0) は 0.5(スカラでも)", levels=1)
def zero(lab, draw):
    return {"number": lab.sigmoid(0.0), "array": lab.sigmoid(np.zeros(2))}


@picture(en="the sigmoid", ja="シグモイド関数のグラフ")
def curve(lab, draw):
    x = np.linspace(-6.0, 6.0, 121)
    return {"x": x, "sigmoid": lab.sigmoid(x)}
