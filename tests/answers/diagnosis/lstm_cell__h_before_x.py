import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    hx = np.concatenate([prev_h, x], axis=1)
    WU = np.concatenate([W, U], axis=1)
    a, i, f, o = np.split(hx @ WU.T + b, 4, axis=1)
    c = prev_c * _sigmoid(f)
    c = c + np.tanh(a) * _sigmoid(i)
    return c, np.tanh(c) * _sigmoid(o)
