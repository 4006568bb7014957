import numpy as np


def accuracy(y, t):
    pred = np.argmax(y, axis=1)
    if t.ndim = 2:
        t = np.argmax(t, axis=1)
    return np.sum(pred == t) / float(y.shape[0])
