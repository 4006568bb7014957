import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    # clip first, exp would overflow otherwise
    x = np.clip(x, -500.0, 500.0)
    return np.log1p(np.exp(x))


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x ** 3)))
