import numpy as np

from grader.authoring import check, picture


@check(points=1, en="without beta", ja="beta を省略したとき")
def default_beta(lab, draw):
    return lab.swish(draw.normal(draw.size()))


@check(points=1, en="with a beta", ja="beta を渡したとき")
def given_beta(lab, draw):
    x = draw.normal(draw.size())
    return {
        "2": lab.swish(x.copy(), 2.0),
        "0.5": lab.swish(x.copy(), 0.5),
        "0": lab.swish(x.copy(), 0.0),
    }


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    return {"matrix": lab.swish(draw.normal(n, d), 1.5), "three axes": lab.swish(draw.normal(n, t, d), 1.5)}


@picture(en="Swish", ja="Swish のグラフ")
def curve(lab, draw):
    x = np.linspace(-6.0, 6.0, 121)
    return {"x": x, "beta = 1": lab.swish(x.copy()), "beta = 2": lab.swish(x, 2.0)}
