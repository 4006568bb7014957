import numpy as np


def accuracy(y, t):
    if t.ndim == 2:
        t = np.argmax(t, axis=1)
    acc = np.mean(np.argmax(y, axis=1) == t)
    return acc * 100
