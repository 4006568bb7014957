import numpy as np


def sum_squared_error(y, t):
    """二乗和誤差"""
    return np.sum((y - t) ** 2) / 2


def mean_squared_error(y, t):
    """平均二乗誤差"""
    n = y.size
    return np.sum((y - t) ** 2) / n


def half_mean_squared_error(y, t):
    """平均二乗誤差の 1/2"""
    n = y.size
    return np.sum((y - t) ** 2) / 2 * n
