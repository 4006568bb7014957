import numpy as np

from grader.authoring import check

LABELS = {"number": ("the whole number 1", "整数 1"), "array": ("an array of whole numbers", "整数の配列")}


@check(points=1, en="whole numbers (int64) give floats", ja="整数(int64)を渡しても浮動小数点数が返る")
def whole_numbers(lab, draw):
    x = draw.integers(-3, 3, draw.size())
    return {"array": lab.tanh(x), "number": lab.tanh(1)}


@check(
    points=2,
    en="numerical soundness: finite and right for |x| up to 10,000",
    ja="数値的な安定性: |x| が 10,000 まで有限で正しい値",
    levels=1,
)
def large_inputs(lab, draw):
    return lab.tanh(np.array([-1e4, -1000.0, -400.0, -50.0, -6.0, -4.5, -3.5, 3.5, 4.5, 6.0, 50.0, 400.0, 1000.0, 1e4]))
