import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    D = x.shape[1]
    H = prev_h.shape[1]
    # (4H, D) -> (D, 4H), (4H, H) -> (H, 4H)
    Wt = W.reshape(D, 4 * H)
    Ut = U.reshape(H, 4 * H)
    s = np.dot(x, Wt) + np.dot(prev_h, Ut) + b
    a, i, f, o = s[:, :H], s[:, H:2*H], s[:, 2*H:3*H], s[:, 3*H:]
    c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)
    h = _sigmoid(o) * np.tanh(c)
    return c, h
