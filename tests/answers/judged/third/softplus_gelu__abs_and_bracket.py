import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    """log(1+e^x) = log(e^x (e^-x + 1)) = x + log(1 + e^-x)"""
    return np.maximum(x, 0) + np.log(1 + np.exp(-x))


def normal_cdf(x):
    return (1 + erf(x) / np.sqrt(2)) / 2


def gelu(x):
    return x * normal_cdf(x)
