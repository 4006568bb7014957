import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    a, i, f, o = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=-1)
    forget = _sigmoid(f)
    c = forget * prev_c + (1 - forget) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
