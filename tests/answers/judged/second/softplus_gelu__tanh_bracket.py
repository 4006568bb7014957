import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    return np.logaddexp(0, x)


def gelu(x):
    c = np.sqrt(2 / np.pi)
    inner = c * x + 0.044715 * x ** 3
    return x / 2 * (1 + np.tanh(inner))
