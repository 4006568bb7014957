import numpy as np

from grader.authoring import check, picture, unit


@check(points=1, en="without alpha: 0.01 of what is negative", ja="alpha を省略したとき: 負の値は 0.01 倍")
def default_alpha(lab, draw):
    return lab.leaky_relu(unit.mixed(draw, draw.size()))


@check(points=1, en="with an alpha", ja="alpha を渡したとき")
def given_alpha(lab, draw):
    x = unit.mixed(draw, draw.size())
    return {"0.25": lab.leaky_relu(x.copy(), 0.25), "0.1": lab.leaky_relu(x.copy(), 0.1)}


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    return {
        "matrix": lab.leaky_relu(unit.mixed(draw, n, d), 0.5),
        "three axes": lab.leaky_relu(unit.mixed(draw, n, t, d), 0.5),
    }


@picture(en="Leaky ReLU", ja="Leaky ReLU のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "alpha = 0.01": lab.leaky_relu(x.copy()), "alpha = 0.25": lab.leaky_relu(x, 0.25)}
