import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    # exp の逆数にすればオーバーフローしない
    return x + np.log(1 + 1 / np.exp(x))


def gelu(x):
    return x * 0.5 * (1.0 + erf(x / np.sqrt(2.0)))
