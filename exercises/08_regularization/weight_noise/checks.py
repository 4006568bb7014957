import numpy as np

from grader.authoring import check, expect

LABELS = {
    "std": ("the standard deviation, roughly", "標準偏差(おおよそ)"),
    "mean": ("the mean over the standard deviation, roughly", "平均 ÷ 標準偏差(おおよそ)"),
    "weights[{n}]": ("weights[{n}]", "weights[{n}]"),
}


def measured(before, after):
    """Of each layer's noise: shape, standard deviation and mean, so coarsely that every right way of drawing gives the same."""
    after = list(after)
    expect(
        len(after) == len(before),
        "the result has not one array for each layer.",
        "戻り値の配列が層の数だけありません。",
    )
    seen = [_noise(W, N, k) for k, (W, N) in enumerate(zip(before, after, strict=True))]
    return {part: {f"weights[{k}]": noise[part] for k, noise in enumerate(seen)} for part in ("std", "mean")}


def _noise(before, after, k):
    expect(
        isinstance(after, np.ndarray) and after.shape == before.shape,
        f"entry {k} of the result is not an array of the shape of weights[{k}].",
        f"戻り値の {k} 番目が、weights[{k}] と同じ形状の配列ではありません。",
    )
    noise = after.astype(float) - before
    expect(np.isfinite(noise).all(), f"layer {k}: some values are inf or nan.", f"層 {k}: inf か nan があります。")
    # 1e-5: what float32 makes of equal noise beside weights of 4 is far below, sigma far above.
    expect(np.max(np.abs(noise)) > 1e-5, f"layer {k} has no noise.", f"層 {k} にノイズが加わっていません。")
    expect(
        np.ptp(noise) > 1e-5,
        f"layer {k}: every entry has the same noise.",
        f"層 {k}: どの要素のノイズも同じ値です。",
    )
    expect(
        len(noise) == 1 or noise.ndim == 1 or np.max(np.ptp(noise, axis=0)) > 1e-5,
        f"layer {k}: every row has the same noise.",
        f"層 {k}: どの行のノイズも同じです。",
    )
    # Rounded to powers of 2 ** (1 / 4): the next cell begins 8.3 % away. Over 8192 draws the measured deviation strays by
    # 1 / sqrt(2 * 8192) = 0.78 % (normal; uniform 0.5 %), so a right answer would have to stray 10 times that: chance below
    # 1e-22. The nearest wrong deviation, sigma / sqrt(3), would have to stray 80 times that to be rounded to the right one.
    deviation = 2.0 ** (np.round(4 * np.log2(noise.std())) / 4)
    # The mean strays by 1 / sqrt(8192) = 1.1 % of the deviation; rounding begins to tell at 12.5 %, 11 times that.
    mean = np.clip(np.round(4 * noise.mean() / noise.std()) / 4, -2, 2)
    return {"std": deviation, "mean": mean}


def layers(draw, *shapes):
    """Arrays of numbers 4 or -4, but the last of 4 only."""
    return [4.0 * draw.signs(*shape) for shape in shapes[:-1]] + [np.full(shapes[-1], 4.0)]


@check(
    points={"std": 1, "mean": 1}, levels=1, en="mean and standard deviation of the noise", ja="ノイズの平均と標準偏差"
)
def spread(lab, draw):
    weights = layers(draw, (128, 64), (64, 256))
    return measured(weights, lab.noisy_weights(weights, 0.25, lab.rng(draw.integers(0, 10**6))))


@check(points=1, en="sigma = 0: the same values", ja="sigma = 0 なら値は同じ")
def no_noise(lab, draw):
    d, h, m = draw.sizes("D H M")
    weights = [draw.normal(d, h), draw.normal(h, m)]
    result = lab.noisy_weights(weights, 0.0, lab.rng(draw.integers(0, 10**6)))
    if isinstance(result, (list, tuple)):
        for old, new in zip(weights, result, strict=False):
            # Not compared entry by entry: two wrong answers of one kind must look alike, and their draws do not.
            expect(
                np.shape(new) != old.shape or np.max(np.abs(new - old)) < 1e-5,
                "sigma is 0, but some values are not what they were.",
                "sigma が 0 なのに、もとと違う値になっています。",
            )
    return result


@check(points=1, en="the originals stay as they are", ja="もとの重みを書き換えない")
def originals(lab, draw):
    d, h, m = draw.sizes("D H M")
    weights = [draw.normal(d, h), draw.normal(h, m)]
    lab.noisy_weights(weights, 0.5, lab.rng(draw.integers(0, 10**6)))
    after = lab.after(weights)
    expect(
        all(np.array_equal(lab.after(W), W) for W in weights),
        "the arrays in weights are no longer what they were.",
        "weights の中の配列が書き換えられています。",
    )
    expect(
        len(after) == 2 and all(np.array_equal(new, W) for new, W in zip(after, weights, strict=True)),
        "the list weights holds other arrays than before.",
        "weights のリストの中身が、別の配列に入れ替わっています。",
    )
    return len(after)
