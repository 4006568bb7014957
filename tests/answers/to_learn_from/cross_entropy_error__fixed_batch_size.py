import numpy as np

batch_size = 100


def cross_entropy_error(y, t):
    if y.ndim == 1:
        if np.ndim(t) == 1:
            t = np.argmax(t)
        return -np.log(y[t] + 1e-7)
    if t.ndim == 2:
        t = np.argmax(t, axis=1)
    return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / batch_size
