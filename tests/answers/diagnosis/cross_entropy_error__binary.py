import numpy as np


def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    t = np.asarray(t)
    if t.size != y.size:
        t = np.eye(y.shape[1])[t.reshape(-1)]
    t = t.reshape(y.shape)
    eps = 1e-7
    return -np.sum(t * np.log(y + eps) + (1 - t) * np.log(1 - y + eps)) / y.shape[0]
