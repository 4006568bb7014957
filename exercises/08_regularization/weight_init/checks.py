import numpy as np

from grader.authoring import check, expect

LABELS = {
    "size": ("the shape", "形状"),
    "rows": ("the number of rows", "行の数"),
    "columns": ("the number of columns", "列の数"),
    "std": ("the standard deviation, roughly", "標準偏差(おおよそ)"),
    "mean": ("the mean over the standard deviation, roughly", "平均 ÷ 標準偏差(おおよそ)"),
    "many outputs": ("with n_in=16 and n_out=1024", "n_in=16、n_out=1024 のとき"),
    "many inputs": ("with n_in=1024 and n_out=16", "n_in=1024、n_out=16 のとき"),
}


def size(W):
    shape = np.shape(W)
    expect(
        len(shape) == 2,
        "what came back is not an array of two axes.",
        "戻り値が 2 次元の配列ではありません。",
    )
    return {"rows": shape[0], "columns": shape[1]}


def measured(weights):
    """Size, spread and mean of weights, by the name of each."""
    seen = {name: _measured(W) for name, W in weights.items()}
    return {part: {name: one[part] for name, one in seen.items()} for part in ("size", "std", "mean")}


def _measured(W):
    """Shape, standard deviation and mean of weights, so coarsely that every right way of drawing gives the same."""
    expect(
        isinstance(W, np.ndarray) and W.ndim == 2,
        "what came back is not an array of two axes.",
        "戻り値が 2 次元の配列ではありません。",
    )
    expect(np.isfinite(W).all(), "some weights are inf or nan.", "重みに inf か nan があります。")
    expect(np.ptp(W) > 0, "all the weights are the same number.", "重みがすべて同じ数になっています。")
    expect(len(W) == 1 or np.ptp(W, axis=0).any(), "all the rows are the same.", "どの行も同じ重みになっています。")
    expect(
        W.shape[1] == 1 or np.ptp(W, axis=1).any(), "all the columns are the same.", "どの列も同じ重みになっています。"
    )
    W = W.astype(float)
    # Rounded to powers of 2 ** (1 / 6): the next cell begins 5.6 % away. Over 16384 draws the measured deviation strays
    # by 1 / sqrt(2 * 16384) = 0.55 % (normal; uniform 0.35 %), so a right answer would have to stray 10 times that:
    # chance below 1e-22. The nearest wrong deviations are off by a factor of sqrt(2) (the 2 of He lost or doubled) and
    # sqrt(3) (the limit of a uniform draw): 40 times that from being rounded to the right one.
    deviation = 2.0 ** (np.round(6 * np.log2(W.std())) / 6)
    # The mean strays by 1 / sqrt(16384) = 0.8 % of the deviation; rounding begins to tell at 17 %, 21 times that.
    mean = np.clip(np.round(3 * W.mean() / W.std()) / 3, -2, 2)
    return {"size": size(W), "std": deviation, "mean": mean}


@check(
    points={"size": 0.25, "std": 0.5, "mean": 0.25},
    levels=1,
    en="xavier: shape, mean and standard deviation",
    ja="xavier: 形状、平均、標準偏差",
)
def xavier_spread(lab, draw):
    rng = lab.rng(draw.integers(0, 10**6))
    return measured({"many outputs": lab.xavier(16, 1024, rng), "many inputs": lab.xavier(1024, 16, rng)})


@check(
    points={"size": 0.25, "std": 0.5, "mean": 0.25},
    levels=1,
    en="he: shape, mean and standard deviation",
    ja="he: 形状、平均、標準偏差",
)
def he_spread(lab, draw):
    rng = lab.rng(draw.integers(0, 10**6))
    return measured({"many outputs": lab.he(16, 1024, rng), "many inputs": lab.he(1024, 16, rng)})
