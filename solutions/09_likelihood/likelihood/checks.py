import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    "number": ("of a number, beside an array of points", "数値 1 つのとき(配列で渡したときとの差)"),
    "matrix": ("of a matrix, beside its rows one by one", "行列のとき(1 行ずつ渡したときとの差)"),
    "wide": ("with sigma2 = 4", "sigma2 = 4 のとき"),
    "narrow": ("with sigma2 = 0.01", "sigma2 = 0.01 のとき"),
}


@check(points=1, en="gaussian_pdf takes a number, and a matrix", ja="gaussian_pdf に数値や行列を渡す")
def density_of_any_shape(lab, draw):
    mu, sigma2 = public.parameters(draw)
    matrix = public.points(draw, mu, sigma2, *draw.sizes("N D"))
    matrix[0] = mu + 1.0 + np.arange(matrix.shape[1])  # all different, and so are their densities
    number, whole = lab.gaussian_pdf(float(matrix[0, 0]), mu, sigma2), lab.gaussian_pdf(matrix, mu, sigma2)
    rows = [lab.gaussian_pdf(row, mu, sigma2) for row in matrix]
    return lab.gap({"number": number, "matrix": whole}, {"number": rows[0][0], "matrix": np.stack(rows)})


@check(
    points=2,
    en="numerical soundness: the negative logarithm for 10,000 points",
    ja="数値的な安定性: データが 1 万個のときの負の対数尤度",
    levels=1,
)
def many_points(lab, draw):
    wide = lab.negative_log_likelihood(draw.uniform(-3.0, 5.0, 10_000), 1.0, 4.0)  # the likelihood underflows to 0
    large(wide, 1000.0)
    narrow = lab.negative_log_likelihood(draw.uniform(0.9, 1.1, 10_000), 1.0, 0.01)  # and overflows to inf
    return {"wide": wide, "narrow": narrow}


@check(
    points=1,
    en="numerical soundness: the negative logarithm for points far from mu",
    ja="数値的な安定性: mu から大きく離れたデータの負の対数尤度",
    levels=1,
)
def far_points(lab, draw):
    value = lab.negative_log_likelihood(np.array([1.0, 2.0, 0.5]), 1.0, 0.0001)  # 100 and 50 deviations away
    large(value, 1500.0)
    return value


def large(value, least):
    """How small a capped logarithm is depends on the small number chosen, so only that it is capped counts."""
    if np.ndim(value):
        return  # the comparison says more about an array
    expect(np.isfinite(value), "the negative logarithm is not finite.", "負の対数尤度が有限の値になっていません。")
    expect(
        not 10 < value < least,
        "the negative logarithm is far too small: something keeps the logarithm from growing.",
        "負の対数尤度が小さすぎます。対数の値が途中で頭打ちになっています。",
    )
