import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    return np.logaddexp(0, x)


def gelu(x):
    coeff1 = 0.7978845608
    coeff2 = 0.044715
    return 0.5 * x * (1.0 + np.tanh(x * coeff2 * (1.0 + coeff1 * x * x)))
