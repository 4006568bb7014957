import numpy as np


def binary_cross_entropy(y, t):
    delta = 1e-7
    cross_entropy = t * np.log(y + delta) + (1 - t) * np.log(1 - y + delta)
    return np.mean(cross_entropy)
