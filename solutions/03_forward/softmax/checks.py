import numpy as np

from grader.authoring import check, of_whole_numbers


@check(points=2, en="numerical soundness: large scores", ja="数値的な安定性: 大きなスコア", levels=1)
def large_scores(lab, draw):
    x = np.array([[1e4, 1e4 - 1.0, 1e4 - 2.0], [-1e4, -1e4 + 1.0, -1e4 + 3.0], [1000.0, 0.0, -1000.0]])
    low_column = np.array([[0.0, -2000.0], [1.0, -2001.0]])
    return {
        "batch": lab.softmax(x.copy()),
        "low column": lab.softmax(low_column),
        "sample": lab.softmax(x[0].copy()),
        "negative": lab.softmax(x[1].copy()),
    }


# rtol: 300 leaves float32 five digits, and an answer may return them as float64.
@check(
    points=1,
    rtol=3e-4,
    en="rows of very different sizes do not disturb each other",
    ja="大きさの違う行が互いに影響しない",
)
def uneven_rows(lab, draw):
    m = draw.size(at_least=3)
    x = draw.normal(3, m)
    # Far apart, but not so far that subtracting the whole batch's maximum would underflow to 0 / 0.
    return lab.softmax(x + np.array([[0.0], [300.0], [-300.0]]))


@check(points=1, en="a batch of one row, and whole numbers", ja="1 行だけのバッチと、整数のスコア")
def special_batches(lab, draw):
    n, m = draw.sizes("N M")
    whole = draw.integers(-3, 3, n, m)
    return {"one row": lab.softmax(draw.normal(1, m)), "whole numbers": of_whole_numbers(lab.softmax, whole)}


@check(points=1, en="the input is left as it was", ja="入力を書き換えない")
def input_untouched(lab, draw):
    n, m = draw.sizes("N M")
    seen = {}
    for name, x in (("batch", draw.normal(n, m)), ("sample", draw.normal(m))):
        lab.softmax(x)
        seen[name] = lab.after(x)
    return seen
