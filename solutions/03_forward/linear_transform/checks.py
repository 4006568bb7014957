import numpy as np

from grader.authoring import check

LABELS = {"one sample": ("one sample", "データ 1 個"), "one row": ("a batch of one row", "1 行だけのバッチ")}


def unlike(draw, m):
    """Biases so far apart that no two outputs are equal."""
    return draw.normal(m) + 100.0 * np.arange(m)


def rows(result, which):
    """Rows of what should be a batch of results."""
    return result[which] if isinstance(result, np.ndarray) and result.ndim else result


# Held against itself, for what is wrong with the formula has cost its points already: in another order the samples give the
# same results. With a wrong order of the factors, or entry by entry, they do not.
@check(
    points=1,
    en="as many samples and outputs as inputs, where a wrong order raises no error",
    ja="N = D = M のバッチ(掛ける順番を間違えてもエラーにならない)",
)
def square_batch(lab, draw):
    d = draw.size(at_least=3)
    x, W, b = draw.normal(d, d), draw.normal(d, d), unlike(draw, d)
    turned = lab.linear(x[::-1], W, b)
    return lab.gap(turned, rows(lab.linear(x, W, b), np.s_[::-1]))


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
    return {"one sample": one, "one row": lab.gap(row, rows(batch, np.s_[:1]))}
