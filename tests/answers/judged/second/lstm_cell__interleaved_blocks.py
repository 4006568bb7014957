import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    N, H = prev_h.shape
    z = x.dot(W.T) + prev_h.dot(U.T) + b
    z = z.reshape(N, H, 4)
    a, i, f, o = (z[:, :, k] for k in range(4))
    c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
