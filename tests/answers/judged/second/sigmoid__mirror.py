import numpy as np


def sigmoid(x):
    """exp of a negative number never overflows, so work with |x|"""
    x = np.asarray(x)
    s = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x >= 0, s, -s)
