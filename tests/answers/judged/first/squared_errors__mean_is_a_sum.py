import numpy as np


def sum_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


def mean_squared_error(y, t):
    return np.sum((y - t) ** 2)


def half_mean_squared_error(y, t):
    n = y.size
    return np.sum((y - t) ** 2) / (2 * n)
