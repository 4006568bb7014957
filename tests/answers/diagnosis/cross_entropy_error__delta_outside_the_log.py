import numpy as np


def cross_entropy_error(y, t):
    delta = 1e-7
    if y.ndim == 1:
        y = y.reshape(1, -1)
        t = np.asarray(t).reshape(1, -1)
    n = len(y)
    if t.size == y.size:
        t = np.argmax(t, axis=1)
    t = t.reshape(n)
    return -np.sum(np.log(y[np.arange(n), t]) + delta) / n
