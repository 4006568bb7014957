import numpy as np


def sum_squared_error(y, t):
    """二乗和誤差(和の 2 分の 1)"""
    return 0.5 * np.sum((y - t) ** 2)


def mean_squared_error(y, t):
    """平均二乗誤差(全要素の平均)"""
    raise NotImplementedError  # write your answer here / ここに書く
    return np.sum((y - t) ** 2) / y.size


def half_mean_squared_error(y, t):
    """平均二乗誤差の 2 分の 1"""
    return np.sum((y - t) ** 2) / (2 * y.size)
