import numpy as np


def hard_sigmoid(x):
    return np.clip(0.2 * x + 0.5, 0.0, 1.0)


def lstm(x, prev_h, prev_c, W, U, b):
    z = x.dot(W.T) + prev_h.dot(U.T) + b
    a, i, f, o = np.hsplit(z, 4)
    c = hard_sigmoid(f) * prev_c + hard_sigmoid(i) * np.tanh(a)
    h = hard_sigmoid(o) * np.tanh(c)
    return c, h
