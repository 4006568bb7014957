import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    """One step of an LSTM; returns (c, h), each (N, H). / LSTM の 1 ステップ

    x: (N, D); prev_h, prev_c: (N, H); W: (4H, D); U: (4H, H); b: (4H,); blocks of H in the order a, i, f, o.
    """
    N, H = prev_h.shape
    A = np.dot(x, W.T) + np.dot(prev_h, U.T) + b

    # slice
    f = A[:, :H]
    g = A[:, H:2*H]
    i = A[:, 2*H:3*H]
    o = A[:, 3*H:]

    f = _sigmoid(f)
    g = np.tanh(g)
    i = _sigmoid(i)
    o = _sigmoid(o)

    c = f * prev_c + g * i
    h = o * np.tanh(c)
    return h, c
