import numpy as np

from grader.authoring import check, picture


def mixed(draw, *shape, scale=1.0):
    """An array in which the first entry is negative and the last positive."""
    x = draw.normal(*shape, scale=scale)
    x.flat[0] = -abs(x.flat[0])
    x.flat[-1] = abs(x.flat[-1])
    return x


@check(points=1, en="what is positive stays, the rest is 0", ja="正の値はそのまま、それ以外は 0")
def values(lab, draw):
    return lab.relu(mixed(draw, draw.size()))


@check(points=1, en="a matrix, and an array with three axes", ja="行列と、3 次元の配列")
def shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    return {"matrix": lab.relu(mixed(draw, n, d)), "three axes": lab.relu(mixed(draw, n, t, d))}


@check(points=1, en="the input is left as it was", ja="入力を書き換えない")
def input_untouched(lab, draw):
    x = mixed(draw, *draw.sizes("N D"))
    lab.relu(x)
    return x


@picture(en="ReLU", ja="ReLU のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "relu": lab.relu(x)}
