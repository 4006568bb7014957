import numpy as np

from grader.authoring import check, of_whole_numbers

LABELS = {
    "batch": ("a batch", "バッチ"),
    "low column": ("a batch whose last class is always unlikely", "最後のクラスの確率がいつも低いバッチ"),
    "sample": ("one sample", "データ 1 個"),
    "negative": ("one sample of negative scores", "負のスコアのデータ 1 個"),
    "one row": ("a batch of one row", "1 行だけのバッチ"),
    "whole numbers": ("whole numbers", "整数のスコア"),
    "x": ("x afterwards", "呼び出し後の x"),
    "again": ("the result of a second call", "2 回目の呼び出しの結果"),
}


def beside_itself(lab, row):
    """What the answer makes of a row in a batch that holds it twice."""
    twice = lab.softmax(np.stack([row, row]))
    return twice[0] if isinstance(twice, np.ndarray) and twice.ndim else twice


@check(
    points={"batch": 0.5, "low column": 0.5, "sample": 0.5, "negative": 0.5},
    en="numerical soundness: large scores",
    ja="数値的な安定性: 大きなスコア",
    levels=1,
)
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
    # Far apart, but not so far that subtracting the whole batch's maximum would underflow to 0 / 0.
    x = draw.normal(3, m) + np.array([[0.0], [300.0], [-300.0]])
    x[:, 0] += 0.5  # no row of equal scores
    together = lab.softmax(x)
    return lab.gap(together, np.stack([beside_itself(lab, row) for row in x]))


@check(
    points={"one row": 0.5, "whole numbers": 0.5},
    en="a batch of one row, and whole numbers",
    ja="1 行だけのバッチと、整数のスコア",
)
def special_batches(lab, draw):
    n, m = draw.sizes("N M")
    whole = draw.integers(-3, 3, n, m)
    x = draw.normal(1, m)
    x[0, 0] = x[0, 1] + 1.0  # no row of equal scores
    one_row = lab.gap(lab.softmax(x), np.expand_dims(beside_itself(lab, x[0]), 0))
    return {"one row": one_row, "whole numbers": of_whole_numbers(lab.softmax, whole)}


@check(
    points={"batch": 0.5, "sample": 0.5},
    rtol=1e-15,
    en="the input is left as it was",
    ja="入力を書き換えない",
)
def input_untouched(lab, draw):
    n, m = draw.sizes("N M")
    seen = {}
    for name, x in (("batch", draw.normal(n, m)), ("sample", draw.normal(m))):
        x.flat[0] = x.flat[1] + 1.0  # no row of equal scores
        first = lab.softmax(x)
        left = lab.after(x)
        seen[name] = {"x": left, "again": lab.gap(lab.softmax(x), first)}
    return seen
