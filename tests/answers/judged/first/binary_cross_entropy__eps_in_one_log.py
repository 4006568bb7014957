import numpy as np


def binary_cross_entropy(y, t):
    """二値の交差エントロピー誤差"""
    delta = 1e-7
    return -np.mean(t * np.log(y + delta) + (1 - t) * np.log(1 - y))
