import numpy as np


def binary_cross_entropy(y, t):
    """y: 確率, t: 0か1"""
    n = len(y)
    y = np.clip(y, 1e-7, None)
    positive = t * np.log(y)
    negative = (1 - t) * np.log(1 - y)
    return -np.sum(positive + negative) / n
