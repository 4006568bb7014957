import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)) without overflow, for numbers and arrays. / シグモイド関数(オーバーフローしない)"""
    return np.exp(-np.logaddexp(0.0, -x))


def swish(x, beta=None):
    beta = beta or 1.0      # 指定がなければ 1
    gate = sigmoid(beta * x)
    return x * gate
