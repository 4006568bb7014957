import numpy as np

from grader.authoring import check, picture


def mixed(draw, *shape):
    """An array in which the first entry is negative and the last positive."""
    x = draw.normal(*shape)
    x.flat[0] = -abs(x.flat[0])
    x.flat[-1] = abs(x.flat[-1])
    return x


def by_value(result):
    """1, 1.0 and True are the same here: the dtype is a check of its own."""
    return None if result is None else np.asarray(result, dtype=float)


@check(points=1, en="1 above 0, else 0", ja="0 より大きければ 1、そうでなければ 0")
def values(lab, draw):
    return by_value(lab.step_function(mixed(draw, draw.size())))


@check(points=1, en="at 0 exactly the result is 0", ja="ちょうど 0 のときは 0", levels=1)
def at_zero(lab, draw):
    return by_value(lab.step_function(np.array([-1.0, 0.0, 1.0, -0.0])))


@check(points=1, en="the result is an array of integers", ja="結果は整数の配列")
def integers(lab, draw):
    return lab.step_function(mixed(draw, draw.size()))


@picture(en="the step function", ja="ステップ関数のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 122)
    return {"x": x, "step_function": lab.step_function(x)}
