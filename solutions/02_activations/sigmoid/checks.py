import numpy as np

from grader.authoring import check, unit

LABELS = {"number": ("a plain number", "スカラ"), "array": ("an array", "配列")}


@check(points=1, en="an array with three axes works", ja="3 次元の配列でも動く")
def three_axes(lab, draw):
    n, t, d = draw.sizes("N T D")
    return unit.against_one_row(lab, lab.sigmoid, unit.mixed(draw, n, t, d, scale=2.0))


@check(points=1, en="whole numbers (int64) give floats", ja="整数(int64)を渡しても浮動小数点数が返る")
def whole_numbers(lab, draw):
    x = draw.integers(-4, 4, draw.size())
    return {"array": lab.sigmoid(x), "number": lab.sigmoid(int(x[0]))}


@check(
    points=1,
    en="numerical soundness: finite and right for |x| up to 10,000",
    ja="数値的な安定性: |x| が 10,000 まで有限で正しい値",
    levels=1,
)
def large_inputs(lab, draw):
    return lab.sigmoid(
        np.array([-1e4, -1000.0, -750.0, -50.0, -12.0, -8.0, -5.5, 5.5, 8.0, 12.0, 50.0, 750.0, 1000.0, 1e4])
    )
