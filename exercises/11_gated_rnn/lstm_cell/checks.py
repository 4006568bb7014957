import numpy as np

from grader.authoring import check


@check(points=1, en="the first step, from zero states", ja="h と c が 0 の最初のステップ")
def first_step(lab, draw):
    n, d, h = draw.sizes("N D H")
    W, U, b = draw.normal(4 * h, d) / 4, draw.normal(4 * h, h) / 4, draw.normal(4 * h) / 4
    return lab.lstm(draw.normal(n, d), np.zeros((n, h)), np.zeros((n, h)), W, U, b)


@check(points=3, en="one step returns (c, h)", ja="1 ステップで (c, h) を返す")
def one_step(lab, draw):
    n, d, h = draw.sizes("N D H")
    W, U, b = draw.normal(4 * h, d) / 4, draw.normal(4 * h, h) / 4, draw.normal(4 * h) / 4
    return lab.lstm(draw.normal(n, d), draw.normal(n, h), draw.normal(n, h), W, U, b)
