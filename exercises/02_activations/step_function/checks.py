import numpy as np

from grader.authoring import check, picture, unit


@check(points=1, en="1 above 0, else 0", ja="0 より大きければ 1、そうでなければ 0")
def values(lab, draw):
    return unit.by_value(lab.step_function(unit.mixed(draw, draw.size())))


@check(points=1, en="at 0 exactly the result is 0", ja="ちょうど 0 のときは 0", levels=1)
def at_zero(lab, draw):
    return unit.by_value(lab.step_function(np.array([-1.0, 0.0, 1.0, -0.0])))


@check(points=1, en="the result is an array of integers", ja="結果は整数の配列")
def integers(lab, draw):
    x = unit.mixed(draw, draw.size())
    result = lab.step_function(x)
    if not isinstance(result, np.ndarray):
        return result
    # Held against itself, so that only the kind counts: what is wrong with the values has cost its points already.
    return lab.gap(result, lab.step_function(x)).astype(result.dtype)


@picture(en="the step function", ja="ステップ関数のグラフ")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 122)
    return {"x": x, "step_function": lab.step_function(x)}
