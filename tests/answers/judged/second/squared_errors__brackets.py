import numpy as np


def sum_squared_error(y, t):
    """二乗和誤差"""
    return 0.5 * np.sum((y - t) ** 2)


def mean_squared_error(y, t):
    """平均二乗誤差"""
    return np.mean((y - t) ** 2)


def half_mean_squared_error(y, t):
    """その 2 分の 1"""
    return 0.5 * np.mean(y - t) ** 2
