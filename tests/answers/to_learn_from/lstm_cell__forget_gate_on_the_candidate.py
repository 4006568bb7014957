import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    H = prev_c.shape[1]
    s = x @ W.T + prev_h @ U.T + b
    cand = np.tanh(s[:, :H])
    i = _sigmoid(s[:, H : 2 * H])
    f = _sigmoid(s[:, 2 * H : 3 * H])
    o = _sigmoid(s[:, 3 * H :])
    c = (f * prev_c) + (f * cand)
    return c, o * np.tanh(c)
