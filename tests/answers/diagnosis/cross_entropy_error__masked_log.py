import numpy as np


def cross_entropy_error(y, t):
    if y.ndim == 1:
        y = y[np.newaxis, :]
        t = np.asarray(t)[np.newaxis]
    if t.size != y.size:
        onehot = np.zeros_like(y)
        onehot[np.arange(len(y)), t] = 1
        t = onehot
    return float(-np.sum(t * np.ma.log(y)) / y.shape[0])
