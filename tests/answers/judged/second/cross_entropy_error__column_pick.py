import numpy as np


def cross_entropy_error(y, t):
    eps = 1e-7
    if y.ndim == 1:
        y = y.reshape(1, -1)
        t = np.reshape(t, (1, -1)) if t.size > 1 else np.reshape(t, 1)

    if t.ndim == 2:
        t = t.argmax(axis=1)

    N = y.shape[0]
    return -np.sum(np.log(y[:, t] + eps)) / N
