import numpy as np

from grader.authoring import check, picture, unit


@check(points=1, en="the values come back", ja="同じ値が返る")
def values(lab, draw):
    return lab.identity_function(unit.mixed(draw, draw.size()))


@check(points=1, en="a matrix keeps its shape", ja="行列でも、形状が変わらない")
def matrix(lab, draw):
    return lab.identity_function(unit.mixed(draw, *draw.sizes("N D")))


@picture(en="the identity function", ja="恒等関数のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 31)
    return {"x": x, "identity_function": lab.identity_function(x)}
