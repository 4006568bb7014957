import numpy as np


def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    t = np.asarray(t)
    if t.size != y.size:
        # ラベル → one-hot
        t = np.eye(y.shape[1])[t.reshape(-1)]
    t = t.reshape(y.shape)
    p = np.clip(y, 1e-7, 1 - 1e-7)
    return np.sum(-t * np.log(p) - (1 - t) * np.log(1 - p)) / y.shape[0]
