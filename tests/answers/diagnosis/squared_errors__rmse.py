import numpy as np


def sum_squared_error(y, t):
    diff = y - t
    return 0.5 * np.linalg.norm(diff)


def mean_squared_error(y, t):
    diff = y - t
    return np.sqrt(np.mean(diff ** 2))


def half_mean_squared_error(y, t):
    return 0.5 * mean_squared_error(y, t)
