from grader.authoring import check


def sample(draw):
    """Outputs and targets of one sample. With two entries half the sum would be the mean."""
    m = draw.size(at_least=3)
    return draw.normal(m), draw.normal(m)


@check(points=1, en="sum_squared_error: half the sum", ja="sum_squared_error: 和の 2 分の 1")
def half_sum(lab, draw):
    return lab.sum_squared_error(*sample(draw))


@check(points=1, en="mean_squared_error: the mean", ja="mean_squared_error: 平均")
def mean(lab, draw):
    return lab.mean_squared_error(*sample(draw))


@check(points=1, en="half_mean_squared_error: half the mean", ja="half_mean_squared_error: 平均の 2 分の 1")
def half_mean(lab, draw):
    return lab.half_mean_squared_error(*sample(draw))
