import numpy as np


def cross_entropy_error(y, t):
    """交差エントロピー誤差"""
    n = y.shape[0]
    delta = 1e-7  # log(0) を防ぐ

    if y.ndim == 1:
        k = t if np.ndim(t) == 0 else np.argmax(t)
        p = y[k]
    else:
        k = np.argmax(t, axis=1) if t.ndim == 2 else t
        p = y[np.arange(n), k]

    return -np.sum(np.log(p) + delta) / n
