import numpy as np

from grader.authoring import check, picture, unit

LABELS = {
    **unit.SHAPES,
    "beta 2": ("with beta = 2", "beta = 2 のとき"),
    "beta 0.3": ("with beta = 0.3", "beta = 0.3 のとき"),
    "beta 0": ("with beta = 0", "beta = 0 のとき"),
}


@check(points=1, en="without beta", ja="beta を省略したとき")
def default_beta(lab, draw):
    return lab.swish(draw.normal(draw.size()))


@check(points=1, en="with a beta", ja="beta を渡したとき")
def given_beta(lab, draw):
    x = draw.normal(draw.size())
    return {
        "beta 2": lab.swish(x.copy(), 2.0),
        "beta 0.3": lab.swish(x.copy(), 0.3),
        "beta 0": lab.swish(x.copy(), 0.0),
    }


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    return unit.whatever_the_shape(lab, draw, lab.swish, 1.5)


@picture(en="Swish", ja="Swish のグラフ")
def curve(lab, draw):
    x = np.linspace(-6.0, 6.0, 121)
    return {"x": x, "beta = 1": lab.swish(x.copy()), "beta = 2": lab.swish(x, 2.0)}
