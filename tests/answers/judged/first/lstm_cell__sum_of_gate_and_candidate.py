import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    z = x @ W.T + prev_h @ U.T + b
    a, i, f, o = np.split(z, 4, axis=1)
    c = _sigmoid(f) * prev_c + (_sigmoid(i) + np.tanh(a))
    h = _sigmoid(o) * np.tanh(c)
    return c, h
