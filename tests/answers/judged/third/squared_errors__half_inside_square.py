import numpy as np


def sum_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


def mean_squared_error(y, t):
    return np.mean((y - t) ** 2)


def half_mean_squared_error(y, t):
    # 差を半分にしてから二乗平均
    return np.mean((0.5 * (y - t)) ** 2)
