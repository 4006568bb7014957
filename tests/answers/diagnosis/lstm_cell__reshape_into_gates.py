import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    N, H = prev_h.shape
    z = x @ W.T + prev_h @ U.T + b
    a, i, f, o = z.reshape(4, N, H)
    c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
