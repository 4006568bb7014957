import numpy as np


def softmax(y):
    if y.ndim == 1:
        e = np.exp(y - np.max(y))
        return e / np.sum(e)
    e = np.exp(y - np.max(y, axis=1, keepdims=True))
    return e / np.sum(e, axis=1)
