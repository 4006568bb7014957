import numpy as np


def cross_entropy_error(y, t):
    if y.ndim == 1:
        y = y.reshape(1, -1)
        t = np.reshape(t, (1, -1)) if np.size(t) == y.size else np.reshape(t, (1,))
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    return -np.mean(t * np.log(y + 1e-7))
