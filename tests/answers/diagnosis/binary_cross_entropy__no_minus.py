import numpy as np


def binary_cross_entropy(y, t):
    eps = 1e-7
    pos = t * np.log(y + eps)
    neg = (1 - t) * np.log(1 - y + eps)
    return np.mean(pos + neg)
