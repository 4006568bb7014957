from grader.authoring import check


def batch(draw):
    """Outputs of a batch and one-hot targets of integers."""
    n, m = draw.sizes("N M")
    return draw.normal(n, m), draw.one_hot(n, m).astype(int)


@check(points=1, en="sum_squared_error of a batch", ja="バッチの sum_squared_error")
def half_sum_of_batch(lab, draw):
    return lab.sum_squared_error(*batch(draw))


@check(points=1, en="mean_squared_error of a batch: over all entries", ja="バッチの mean_squared_error(全要素の平均)")
def mean_of_batch(lab, draw):
    return lab.mean_squared_error(*batch(draw))


@check(
    points=1,
    en="half_mean_squared_error of a batch: over all entries",
    ja="バッチの half_mean_squared_error(全要素の平均)",
)
def half_mean_of_batch(lab, draw):
    return lab.half_mean_squared_error(*batch(draw))
