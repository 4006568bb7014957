import numpy as np

from grader.authoring import check, picture


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


def off(lab, name):
    """The error called `name` of four outputs that are all off by x."""
    x = np.linspace(-2.0, 2.0, 61)
    return {"x": x, name: [getattr(lab, name)(np.full(4, distance), np.zeros(4)) for distance in x]}


@picture(en="sum_squared_error of four outputs off by x", ja="4 つの出力が x だけずれているときの sum_squared_error")
def sum_squared_error_curve(lab, draw):
    return off(lab, "sum_squared_error")


@picture(en="mean_squared_error of four outputs off by x", ja="4 つの出力が x だけずれているときの mean_squared_error")
def mean_squared_error_curve(lab, draw):
    return off(lab, "mean_squared_error")


@picture(
    en="half_mean_squared_error of four outputs off by x",
    ja="4 つの出力が x だけずれているときの half_mean_squared_error",
)
def half_mean_squared_error_curve(lab, draw):
    return off(lab, "half_mean_squared_error")
