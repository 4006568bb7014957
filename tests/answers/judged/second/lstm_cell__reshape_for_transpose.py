import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    D = x.shape[1]
    H = prev_h.shape[1]
    # 行列の向きをそろえる
    Wt = W.reshape(D, 4 * H)
    Ut = U.reshape(H, 4 * H)
    s = _activation(np.dot(x, Wt) + np.dot(prev_h, Ut) + b)
    a, i, f, o = np.split(s, 4, axis=1)

    new_info = _sigmoid(i) * np.tanh(a)
    kept = _sigmoid(f) * prev_c
    c = kept + new_info
    h = _sigmoid(o) * np.tanh(c)
    return c, h
