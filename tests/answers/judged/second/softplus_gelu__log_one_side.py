import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    # log(1 + e^x) = log(e^x (e^-x + 1)) = x + log(1 + e^-x), so e^1000 never has to be computed
    return x + np.log1p(np.exp(-x))


def gelu(x):
    phi = 0.5 * (1.0 + erf(x / math.sqrt(2.0)))
    return x * phi
