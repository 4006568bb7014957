import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    u = x.dot(W.T) + prev_h.dot(U.T) + b
    a, i, f, o = np.hsplit(u, 4)
    c = np.tanh(np.tanh(a) * _sigmoid(i) + prev_c * _sigmoid(f))
    h = _sigmoid(o) * np.tanh(c)
    return c, h
