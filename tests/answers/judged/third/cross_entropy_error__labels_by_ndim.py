import numpy as np


def cross_entropy_error(y, t):
    t = np.asarray(t)
    if y.ndim == 1:
        y = y[np.newaxis, :]  # make it a batch of one

    N = y.shape[0]
    if t.ndim == 2:
        # one-hot
        return -np.sum(t * np.log(y + 1e-7)) / N
    else:
        # labels
        return -np.mean(np.log(y[np.arange(N), t] + 1e-7))
