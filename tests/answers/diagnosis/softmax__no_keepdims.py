import numpy as np


def softmax(x):
    if x.ndim == 1:
        e = np.exp(x - x.max())
        return e / e.sum()
    e = np.exp(x - np.max(x, axis=1).reshape(-1, 1))
    return e / e.sum(axis=1)
