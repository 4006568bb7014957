import math

import numpy as np

from grader.authoring import alternative


@alternative("sum: the book's")
def sum_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


@alternative("sum: the square of the norm, in float32")
def sum_squared_error(y, t):
    return np.linalg.norm((y - t).astype(np.float32)) ** 2 / np.float32(2)


@alternative("sum: number by number, a Python float")
def sum_squared_error(y, t):
    total = 0.0
    for a, b in zip(y.ravel().tolist(), t.ravel().tolist(), strict=True):
        total += (a - b) * (a - b) / 2
    return total


@alternative("sum: rows first, an array of shape ()")
def sum_squared_error(y, t):
    return np.array(np.square(t - y).sum(axis=-1).sum() * 0.5)


@alternative("mean: the difference squared in place")
def mean_squared_error(y, t):
    d = y - t
    d *= d
    return d.mean()


@alternative("mean: einsum over the size")
def mean_squared_error(y, t):
    d = np.asarray(y - t).reshape(-1)
    return np.einsum("i,i->", d, d) / d.size


@alternative("mean: of the rows' means, by lists")
def mean_squared_error(y, t):
    rows = [
        math.fsum((a - b) ** 2 for a, b in zip(p, q, strict=True)) / len(p)
        for p, q in zip(np.atleast_2d(y), np.atleast_2d(t), strict=True)
    ]
    return sum(rows) / len(rows)


@alternative("mean: multiplied out")
def mean_squared_error(y, t):
    return np.mean(y * y) - 2 * np.mean(y * t) + np.mean(t * t)


@alternative("half the mean: document 000's")
def half_mean_squared_error(y, t):
    return np.mean(np.square(y - t)) / 2


@alternative("half the mean: dot product, float32")
def half_mean_squared_error(y, t):
    d = (y - t).ravel().astype(np.float32)
    return d @ d / np.float32(2 * d.size)


@alternative("half the mean: math.dist")
def half_mean_squared_error(y, t):
    return math.dist(y.ravel(), t.ravel()) ** 2 / (2 * y.size)
