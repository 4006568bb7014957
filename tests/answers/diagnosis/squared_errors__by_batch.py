import numpy as np


def sum_squared_error(y, t):
    return 0.5 * np.sum(np.square(y - t))


def mean_squared_error(y, t):
    total = np.sum(np.square(y - t))
    n = len(y)
    return total / n


def half_mean_squared_error(y, t):
    total = np.sum(np.square(y - t))
    n = len(y)
    return total / (2 * n)
