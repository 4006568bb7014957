import numpy as np


def mean_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


def sum_squared_error(y, t):
    return np.mean((y - t) ** 2)


def half_mean_squared_error(y, t):
    return np.mean((y - t) ** 2) / 2
