import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    """LSTM の 1 ステップ"""
    z = np.dot(x, W.T) + np.dot(prev_h, U.T) + b
    a, f, i, o = np.split(z, 4, axis=1)
    c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
