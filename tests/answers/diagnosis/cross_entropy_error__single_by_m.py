import numpy as np


def cross_entropy_error(y, t):
    y = np.asarray(y)
    t = np.asarray(t)
    batch_size = y.shape[0]
    if t.size == y.size:
        return -np.sum(t * np.log(y + 1e-7)) / batch_size
    if y.ndim == 1:
        return -np.log(y[t] + 1e-7)
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size
