import numpy as np


def binary_cross_entropy(y, t):
    p_right = np.where(t == 1, y, 1 - y)
    return float(-np.log(np.maximum(p_right, 1e-12)).mean())
