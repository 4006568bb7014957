import numpy as np


def sum_squared_error(y, t):
    """Half the sum of the squared differences; y, t: (M,) or (N, M). / 二乗和誤差(和の 2 分の 1)"""
    return 0.5 * np.sum((y - t) ** 2)


def mean_squared_error(y, t):
    """The mean of the squared differences over all entries. / 平均二乗誤差(全要素の平均)"""
    return np.mean(y - t) ** 2


def half_mean_squared_error(y, t):
    """Half of that mean. / 平均二乗誤差の 2 分の 1"""
    return 0.5 * np.mean(y - t) ** 2
