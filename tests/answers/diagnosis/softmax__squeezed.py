import numpy as np


def softmax(x):
    x2 = np.atleast_2d(x)
    e = np.exp(x2 - x2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.squeeze(p)
