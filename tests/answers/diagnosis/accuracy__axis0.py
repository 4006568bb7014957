import numpy as np


def accuracy(y, t):
    pred = np.argmax(y, axis=0)
    if t.ndim > 1:
        t = np.argmax(t, axis=0)
    n = min(len(pred), len(t))
    return np.mean(pred[:n] == t[:n])
