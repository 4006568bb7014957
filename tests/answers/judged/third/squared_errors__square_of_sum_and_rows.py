import numpy as np


def sum_squared_error(y, t):
    diff = y - t
    total = np.sum(diff)
    return total ** 2 / 2


def mean_squared_error(y, t):
    n = len(y)
    loss = 0.0
    for yi, ti in zip(y, t):
        loss += np.sum((yi - ti) ** 2)
    return loss / n


def half_mean_squared_error(y, t):
    return np.sum((y - t) ** 2) / (2 * y.size)
