import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    H = prev_h.shape[1]
    z = np.dot(x, W.T) + np.dot(prev_h, U.T) + b
    g = np.tanh(z[:, 0 * H:1 * H])
    i = _sigmoid(z[:, 1 * H:2 * H])
    f = _sigmoid(z[:, 2 * H:3 * H])
    o = _sigmoid(z[:, 3 * H:4 * H])
    s = np.tanh(g * i + prev_c * f)
    h = s * o
    return s, h
