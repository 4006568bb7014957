import numpy as np

from grader.authoring import check, picture, unit

LABELS = {**unit.SHAPES, "again": ("the result of a second call", "2 回目の呼び出しの結果")}


@check(points=1, en="what is positive stays, the rest is 0", ja="正の値はそのまま、それ以外は 0")
def values(lab, draw):
    return lab.relu(unit.mixed(draw, draw.size()))


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    return unit.whatever_the_shape(lab, draw, lab.relu)


@check(points=1, rtol=1e-15, en="the input is left as it was", ja="入力を書き換えない")
def input_untouched(lab, draw):
    x = unit.mixed(draw, *draw.sizes("N D"))
    first = lab.relu(x)
    left = lab.after(x)
    return {"x": left, "again": lab.gap(lab.relu(x), first)}


@picture(en="ReLU", ja="ReLU のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "relu": lab.relu(x)}
