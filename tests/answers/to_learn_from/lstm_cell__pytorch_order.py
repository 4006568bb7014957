import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    gates = x @ W.T + prev_h @ U.T + b
    gi, gf, gg, go = np.split(gates, 4, axis=1)  # i, f, g, o
    new_c = _sigmoid(gf) * prev_c + _sigmoid(gi) * np.tanh(gg)
    new_h = _sigmoid(go) * np.tanh(new_c)
    return new_c, new_h
