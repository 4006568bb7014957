import numpy as np


def sum_squared_error(y, t):
    return np.sum((y - t) ** 2) / 2


def mean_squared_error(y, t):
    return np.sum((y - t) ** 2) / y.size


def half_mean_squared_error(y, t):
    return np.sum(((y - t) / 2) ** 2) / y.size
