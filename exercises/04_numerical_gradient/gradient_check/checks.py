import numpy as np

from grader.authoring import check, shipped

LABELS = {
    "one entry": ("where one entry of both is 0", "1 つの要素が両方とも 0 のとき"),
    "all entries": ("where all entries are 0", "すべての要素が 0 のとき"),
}


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


def against_relative_error(lab, draw, *functions):
    """What gradient_check gives for functions, held against the answer's own relative_error between the two gradients: what is
    wrong there has cost its points already. Several functions, for a constant is equal to itself."""
    checked, own = [], []
    for a, k in functions:
        x, grad = away_from_zero(draw, *a.shape), claimed.bind(a=a, k=draw.uniform(k - 0.3, k + 0.3, *a.shape))
        checked.append(lab.gradient_check(squares.bind(a=a), grad, x))
        own.append(lab.relative_error(grad(x), 2 * a * x))
    return lab.gap(np.array(checked), np.array(own))


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
    shape = (draw.size(),)
    return against_relative_error(lab, draw, *((away_from_zero(draw, *shape), k) for k in (1.5, 2.5)))
