import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    H = prev_h.shape[1]
    A = np.dot(x, W.T) + np.dot(prev_h, U.T) + b

    g = np.tanh(A[:, :H])
    i = _sigmoid(A[:, H:2*H])
    f = _sigmoid(A[:, 2*H:3*H])
    o = _sigmoid(A[:, 3*H:])

    c = g * i + prev_c * f
    h = c * o
    return c, h
