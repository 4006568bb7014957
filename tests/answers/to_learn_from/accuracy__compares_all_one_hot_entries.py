import numpy as np


def accuracy(y, t):
    n_class = y.shape[1]
    pred = np.eye(n_class)[np.argmax(y, axis=1)]
    if t.ndim == 1:
        t = np.eye(n_class)[t]
    return np.mean(pred == t)
