import numpy as np

from grader.authoring import check

LABELS = {
    "number": ("a plain number", "スカラ"),
    "zero": ("the number 0.0", "0.0 という数値"),
    "one": ("the whole number 1", "整数 1"),
    "array": ("an array of whole numbers", "整数の配列"),
    "negative": ("large negative numbers", "絶対値の大きな負の値"),
    "positive": ("large positive numbers", "大きな正の値"),
    "steep": ("large negative numbers, with beta = 3", "絶対値の大きな負の値(beta = 3)"),
}


@check(points=1, en="plain numbers, and whole numbers (int64)", ja="配列ではない数値(スカラ)と、整数(int64)")
def numbers(lab, draw):
    whole = draw.integers(-3, 3, draw.size())
    return {"number": lab.swish(-0.5), "zero": lab.swish(0.0), "one": lab.swish(1), "array": lab.swish(whole)}


@check(
    points=1,
    en="numerical soundness: finite and right for |x| up to 10,000",
    ja="数値的な安定性: |x| が 10,000 まで有限で正しい値",
    levels=1,
)
def large_inputs(lab, draw):
    large = np.array([50.0, 400.0, 750.0, 1e4])
    return {
        "negative": lab.swish(-large, 1.0),
        "positive": lab.swish(large.copy(), 1.0),
        "steep": lab.swish(-large, 3.0),
    }
