import numpy as np


def binary_cross_entropy(y, t):
    y = np.clip(y, 1e-7, 1 - 1e-7)
    loss = 0
    for a, b in zip(y.ravel(), t.ravel()):
        loss -= b * np.log(a) + (1 - b) * np.log(1 - a)
    return loss
