import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    # exp(x) overflows for large x. But there the 1 no longer matters: log(exp(x)) = x
    y = np.array(x)
    small = x <= 5
    y[small] = np.log1p(np.exp(x[small]))
    return y


def gelu(x):
    return 0.5 * x * (1 + erf(x / np.sqrt(2)))
