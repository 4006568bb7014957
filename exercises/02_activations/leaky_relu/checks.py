import numpy as np

from grader.authoring import check, picture, unit

LABELS = {
    **unit.SHAPES,
    "alpha 0.25": ("with alpha = 0.25", "alpha = 0.25 のとき"),
    "alpha 0.3": ("with alpha = 0.3", "alpha = 0.3 のとき"),
}


@check(points=1, en="without alpha: 0.01 of what is negative", ja="alpha を省略したとき: 負の値は 0.01 倍")
def default_alpha(lab, draw):
    return lab.leaky_relu(unit.mixed(draw, draw.size()))


@check(points=1, en="with an alpha", ja="alpha を渡したとき")
def given_alpha(lab, draw):
    x = unit.mixed(draw, draw.size())
    return {"alpha 0.25": lab.leaky_relu(x.copy(), 0.25), "alpha 0.3": lab.leaky_relu(x.copy(), 0.3)}


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    return unit.whatever_the_shape(lab, draw, lab.leaky_relu, 0.4)


@picture(en="Leaky ReLU", ja="Leaky ReLU のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "alpha = 0.01": lab.leaky_relu(x.copy()), "alpha = 0.25": lab.leaky_relu(x, 0.25)}
