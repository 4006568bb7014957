import numpy as np

from grader.authoring import check, picture, unit

LABELS = {**unit.SHAPES, "number": ("a plain number", "スカラ"), "zero": ("an array of zeros", "すべて 0 の配列")}


@check(points=1, en="the values are right", ja="値が正しい")
def values(lab, draw):
    return lab.tanh(draw.normal(draw.size()))


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    return unit.whatever_the_shape(lab, draw, lab.tanh)


@check(points=1, en="a plain number works, and tanh(0) is 0", ja="数値(スカラ)でも動き、tanh(0) は 0", levels=1)
def number(lab, draw):
    return {"number": lab.tanh(-0.5), "zero": lab.tanh(np.zeros(2))}


@picture(en="the hyperbolic tangent", ja="双曲線正接のグラフ")
def curve(lab, draw):
    x = np.linspace(-4.0, 4.0, 121)
    return {"x": x, "tanh": lab.tanh(x)}
