import numpy as np


def cross_entropy_error(y, t):
    delta = 1e-7
    batch_size = y.shape[0]
    t = np.asarray(t)
    if t.shape == y.shape:
        return -np.sum(t * np.log(y + delta)) / batch_size
    if y.ndim == 1:
        return -np.log(y[t] + delta) / batch_size
    return -np.sum(np.log(y[np.arange(batch_size), t] + delta)) / batch_size
