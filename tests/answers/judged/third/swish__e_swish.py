import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)) without overflow, for numbers and arrays. / シグモイド関数(オーバーフローしない)"""
    return np.exp(-np.logaddexp(0.0, -x))


def swish(x, beta=1.0):
    x = np.asarray(x, dtype=float)
    return beta * x * sigmoid(x)
