import math

import numpy as np


def erf(x):
    """Given: the error function of every entry. You need not use it. / 用意してあります: 誤差関数(使わなくてもよい)"""
    return np.vectorize(math.erf, otypes=[float])(x)


def softplus(x):
    """log(1 + exp(x)), entry by entry; x: an array of any shape. / ソフトプラス関数"""
    # BEGIN SOLUTION
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))  # this exp never exceeds 1
    # END SOLUTION


def gelu(x):
    """x times the normal distribution's cumulative probability at x. / GELU(x に標準正規分布の累積確率を掛ける)"""
    # BEGIN SOLUTION
    return x * 0.5 * (1 + erf(x / np.sqrt(2.0)))
    # END SOLUTION
