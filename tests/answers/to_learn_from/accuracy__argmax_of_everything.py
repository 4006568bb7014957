import numpy as np


def accuracy(y, t):
    y_pred = np.argmax(y)
    if t.ndim != 1:
        t = np.argmax(t, axis=1)
    return np.mean(y_pred == t)
