import numpy as np


def cross_entropy_error(y, t):
    y += 1e-7  # log(0) を防ぐ
    if y.ndim == 1:
        if t.ndim == 1:
            return -np.sum(t * np.log(y))
        return -np.log(y[t])
    if t.ndim == 1:
        p = y[np.arange(len(y)), t]
    else:
        p = np.sum(y * t, axis=1)
    return -np.mean(np.log(p))
