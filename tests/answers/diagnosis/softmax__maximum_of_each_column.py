import numpy as np


def softmax(x):
    shifted = x - np.max(x, axis=0)
    ex = np.exp(shifted)
    if ex.ndim == 1:
        return ex / ex.sum()
    return ex / ex.sum(axis=1).reshape(-1, 1)
