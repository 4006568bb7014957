import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    return x


def _extract_gates(x):
    r = x.reshape((x.shape[0], x.shape[1] // 4, 4))
    return (r[:, :, k] for k in range(4))


def lstm(x, prev_h, prev_c, W, U, b):
    z = x.dot(W.T) + prev_h.dot(U.T) + b
    a, i, f, o = _extract_gates(z)
    c = np.tanh(a) * _sigmoid(i) + _sigmoid(f) * prev_c
    h = _sigmoid(o) * np.tanh(c)
    return c, h
