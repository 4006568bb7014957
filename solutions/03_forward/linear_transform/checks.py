import numpy as np

from grader.authoring import check

LABELS = {"one sample": ("one sample", "データ 1 個"), "one row": ("a batch of one row", "1 行だけのバッチ")}


def unlike(draw, m):
    """Biases so far apart that no two outputs are equal."""
    return draw.normal(m) + 100.0 * np.arange(m)


def first_row(result):
    """Of what should be a batch of results."""
    return result[:1] if isinstance(result, np.ndarray) and result.ndim else result


# Held against its samples one by one, for what is wrong with these has cost its points already.
@check(
    points=1,
    en="as many samples and outputs as inputs, where a wrong order raises no error",
    ja="N = D = M のバッチ(掛ける順番を間違えてもエラーにならない)",
)
def square_batch(lab, draw):
    d = draw.size(at_least=3)
    x, W, b = draw.normal(d, d), draw.normal(d, d), unlike(draw, d)
    batch = lab.linear(x, W, b)
    return lab.gap(batch, np.stack([lab.linear(row, W, b) for row in x]))


@check(
    points={"one sample": 0.5, "one row": 0.5},
    en="one sample with a square W, and a batch of one row",
    ja="W が正方行列のときのデータ 1 個と、1 行だけのバッチ",
)
def square_sample(lab, draw):
    n, d = draw.sizes("N D")
    x, W, b = draw.normal(n, d), draw.normal(d, d), unlike(draw, d)
    one = lab.linear(draw.normal(d), W, b)
    row, batch = lab.linear(x[:1], W, b), lab.linear(x, W, b)
    return {"one sample": one, "one row": lab.gap(row, first_row(batch))}
