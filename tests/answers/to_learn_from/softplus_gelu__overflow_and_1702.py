import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    """log(1 + exp(x)), entry by entry; x: an array of any shape. / ソフトプラス関数"""
    return np.log(1 + np.exp(x))


def gelu(x):
    """x times the normal distribution's cumulative probability at x. / GELU(x に標準正規分布の累積確率を掛ける)"""
    # fast version
    return x / (1 + np.exp(-1.702 * x))
