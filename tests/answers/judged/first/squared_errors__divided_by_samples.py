import numpy as np


def sum_squared_error(y, t):
    diff = y - t
    return 0.5 * np.sum(diff * diff)


def mean_squared_error(y, t):
    s = len(y)
    return (1.0 / s) * np.sum((y - t) ** 2)


def half_mean_squared_error(y, t):
    s = len(y)
    return (1.0 / (2.0 * s)) * np.sum((y - t) ** 2)
