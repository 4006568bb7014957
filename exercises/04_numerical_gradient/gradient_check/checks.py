import numpy as np

from grader.authoring import check, shipped


@shipped
def squares(x):
    return np.sum(a * x**2)  # noqa: F821


@shipped
def claimed(x):
    return 2 * a * k * x  # noqa: F821


def away_from_zero(draw, *shape):
    """Numbers of either sign from 0.5 to 2."""
    return draw.uniform(0.5, 2.0, *shape) * draw.signs(*shape)


def pair(draw, *shape):
    """Two arrays of the same signs, all of whose entries differ."""
    a = 4 * draw.normal(*shape)
    return a, a * draw.uniform(1.1, 3.0, *shape) ** draw.signs(*shape)


@check(points=2, en="relative_error of two vectors", ja="1 次元配列の relative_error")
def of_vectors(lab, draw):
    return lab.relative_error(*pair(draw, draw.size()))


@check(points=1, en="relative_error where both are 0", ja="両方とも 0 の要素があるときの relative_error")
def both_zero(lab, draw):
    n = draw.size(at_least=3)
    a, b = pair(draw, n)
    a[1] = b[1] = 0.0
    return {"one entry": lab.relative_error(a, b), "all entries": lab.relative_error(np.zeros(n), np.zeros(n))}


@check(points=2, en="gradient_check of a wrong gradient", ja="間違った勾配の gradient_check")
def wrong_gradient(lab, draw):
    n = draw.size()
    a, k = away_from_zero(draw, n), draw.uniform(1.2, 3.0, n)
    return lab.gradient_check(squares.bind(a=a), claimed.bind(a=a, k=k), away_from_zero(draw, n))
