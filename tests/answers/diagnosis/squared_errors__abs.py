import numpy as np


def sum_squared_error(y, t):
    return 0.5 * np.sum(np.abs(y - t))


def mean_squared_error(y, t):
    return np.mean(np.abs(y - t))


def half_mean_squared_error(y, t):
    return 0.5 * np.mean(np.abs(y - t))
