import numpy as np


def _squares(y, t):
    d = (y - t).ravel()
    return d @ d, d.size


def sum_squared_error(y, t):
    s, _ = _squares(y, t)
    return s / 2


def mean_squared_error(y, t):
    s, n = _squares(y, t)
    return s / n


def half_mean_squared_error(y, t):
    s, n = _squares(y, t)
    return s / (2 * n)
