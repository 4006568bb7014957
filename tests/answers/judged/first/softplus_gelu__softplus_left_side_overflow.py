import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    # log(1+e^x) = x + log(1+e^-x), so exp can not overflow for big x
    return x + np.log1p(np.exp(-x))


def gelu(x):
    return 0.5 * x * (1 + erf(x / np.sqrt(2)))
