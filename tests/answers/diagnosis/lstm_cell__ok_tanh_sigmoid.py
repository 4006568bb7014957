import numpy as np


def lstm(x, prev_h, prev_c, W, U, b):
    H = prev_h.shape[1]
    s = np.einsum("nd,khd->knh", x, W.reshape(4, H, -1))
    s += np.einsum("nj,khj->knh", prev_h, U.reshape(4, H, H))
    s += b.reshape(4, 1, H)
    i, f, o = 0.5 * (np.tanh(0.5 * s[1:]) + 1.0)
    c = f * prev_c + i * np.tanh(s[0])
    return c, o * np.tanh(c)
