import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def linear(x, weight, bias):
    return np.dot(x, weight.T) + bias


def lstm(x, prev_h, prev_c, W, U, b):
    # input-to-hidden and hidden-to-hidden, both are linear layers
    gates = linear(x, W, b) + linear(prev_h, U, b)
    a, i, f, o = np.split(gates, 4, axis=1)
    c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
