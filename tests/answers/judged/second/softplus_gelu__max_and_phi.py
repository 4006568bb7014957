import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def normal_cdf(x):
    # 標準正規分布の累積確率
    return (1 + erf(x)) / 2


def softplus(x):
    # オーバーフロー対策: 大きい方を外に出す
    m = np.maximum(x, 0.0)
    return m + np.log(1 + np.exp(-x))


def gelu(x):
    return x * normal_cdf(x)
