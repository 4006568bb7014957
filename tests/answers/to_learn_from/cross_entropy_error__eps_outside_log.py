import numpy as np


def cross_entropy_error(y, t):
    if y.ndim == 1:
        y = y[np.newaxis, :]
        t = np.asarray(t)[np.newaxis]
    if t.ndim == 2:
        t = np.argmax(t, axis=1)
    p = y[np.arange(y.shape[0]), t]
    # 1e-7 because log(0) is -inf
    return -np.sum(np.log(p) + 1e-7) / y.shape[0]
