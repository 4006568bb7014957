import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    units = prev_c.shape[-1]
    z = np.dot(x, W.T)
    z += np.dot(prev_h, U.T)
    z += b
    z0 = z[:, :units]
    z1 = z[:, units:2 * units]
    z2 = z[:, 2 * units:3 * units]
    z3 = z[:, 3 * units:]
    i = _sigmoid(z0)
    f = _sigmoid(z1)
    c = f * prev_c + i * np.tanh(z2)
    o = _sigmoid(z3)
    return c, o * np.tanh(c)
