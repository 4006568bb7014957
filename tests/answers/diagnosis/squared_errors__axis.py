import numpy as np


def sum_squared_error(y, t):
    return np.sum((y - t) ** 2) / 2


def mean_squared_error(y, t):
    return ((y - t) ** 2).mean(axis=-1)


def half_mean_squared_error(y, t):
    return ((y - t) ** 2).mean(axis=-1) / 2
