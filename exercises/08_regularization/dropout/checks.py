import numpy as np

from grader.authoring import check, expect

# Every answer draws its own random numbers, so these checks return properties of one layer's outputs, which are the same
# for every right answer. Only the share of zeros is left to chance. It is looked at in arrays of 10000 entries and more:
# there it is off by more than 0.05 with a probability below 1e-20 (Hoeffding). That a row or a column of 100 entries
# and more is dropped as a whole, or two masks are the same, has one below 1e-20 as well.
RATIOS = [0.2, 0.3, 0.6]

LABELS = {
    "zeros": ("the share of zeros in training", "学習時の 0 の割合"),
    "zeros at test": ("the share of zeros at test", "テスト時の 0 の割合"),
    "training / test": (
        "the mean in training, over the output at test",
        "学習時の出力の平均 ÷ テスト時の出力",
    ),
    "kept / x": (
        "what kept entries are multiplied by in training, over 1 or 1 / (1 - ratio)",
        "残った要素に掛かる数 ÷ 1 または 1 / (1 - ratio)",
    ),
    "forward {n}": ("forward {n}", "{n} 回目の forward"),
    "least": ("the least over all entries", "全要素の最小値"),
    "greatest": ("the greatest over all entries", "全要素の最大値"),
    "astray": (
        "the share of entries that only one of forward and backward dropped",
        "forward と backward の片方だけが 0 にした要素の割合",
    ),
    "backward / forward": ("the factor of backward, over that of forward", "backward の係数 ÷ forward の係数"),
}


def inputs(draw, *shape):
    """An array without zeros: what is 0 in the result was dropped."""
    return draw.normal(*shape) if draw.by_hand else draw.signs(*shape) * draw.uniform(1.0, 3.0, *shape)


def large(draw):
    n, d = draw.sizes("N D")
    return inputs(draw, 100 + n, 100 + d)


def zeros(y, x):
    """Where `y` is 0; it must have the shape of `x`."""
    expect(
        np.shape(y) == x.shape,
        "the result has another shape than what was given",
        "結果の形状が、渡された配列の形状と違います",
    )
    return np.asarray(y) == 0


def share(y, x, ratio):
    """The share of zeros: `ratio` if it is near, else the nearest tenth."""
    found = float(np.mean(zeros(y, x)))
    return ratio if abs(found - ratio) < 0.05 else tenths(found)


def tenths(found):
    """The nearest tenth, but 0 only for 0 itself."""
    return max(0.1, round(found, 1)) if found else 0.0


def factors(y, x):
    """The least and the greatest number by which those entries were multiplied that are not 0."""
    kept = ~zeros(y, x)
    expect(kept.any(), "every entry of the result is 0", "結果の要素がすべて 0 です")
    quotients = np.asarray(y)[kept] / x[kept]
    return np.array([quotients.min(), quotients.max()])


def ends(factors):
    return dict(zip(("least", "greatest"), factors, strict=True))


def scaling(layer, x, ratio):
    """Three outputs in training beside one at test."""
    test = layer.forward(x.copy(), False)
    zeros_at_test = float(np.mean(zeros(test, x)))
    in_training = [factors(layer.forward(x.copy()), x) for _ in range(3)]
    over_test = [(1.0 - ratio) * factor / factors(test, x) for factor in in_training]
    # Where training and test do not fit, the factor is seen as it is: that tells what is missing where.
    inverted = np.allclose(over_test, 1.0) and in_training[0][0] > (1.0 + 1.0 / (1.0 - ratio)) / 2
    right = 1.0 / (1.0 - ratio) if inverted else 1.0
    return {
        "zeros at test": tenths(zeros_at_test),
        "training / test": {f"forward {n}": ends(factor) for n, factor in enumerate(over_test, 1)},
        "kept / x": {f"forward {n}": ends(factor / right) for n, factor in enumerate(in_training, 1)},
    }


def path_back(dx, dout, y, x):
    """Whether backward does to dout what forward did to x; the factors are compared if the masks agree."""
    astray = float(np.mean(zeros(dx, dout) != zeros(y, x)))
    return {
        "astray": tenths(astray),
        "backward / forward": None if astray else ends(factors(dx, dout) / factors(y, x)),
    }


@check(points=2, en="training drops the given share of the entries", ja="学習時に、指定した割合の要素を 0 にする")
def drops(lab, draw):
    ratio = RATIOS[draw.level]
    x = large(draw)
    return {"zeros": share(lab.Dropout(ratio).forward(x.copy(), True), x, ratio)}


@check(
    points=3,
    en="the mean of outputs in training is the output at test",
    ja="学習時の出力の平均がテスト時の出力とそろう",
)
def scale(lab, draw):
    ratio = RATIOS[draw.level]
    return scaling(lab.Dropout(ratio), large(draw), ratio)


@check(points=2, en="backward uses forward's mask and factor", ja="backward が forward と同じ mask と係数を使う")
def backward(lab, draw):
    x = large(draw)
    dout = inputs(draw, *x.shape)
    layer = lab.Dropout(RATIOS[draw.level])
    y = layer.forward(x.copy())
    return path_back(layer.backward(dout.copy()), dout, y, x)
