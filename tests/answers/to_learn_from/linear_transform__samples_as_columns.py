import numpy as np


def linear(x, W, b):
    Z = np.dot(W.transpose(), x) + b
    return Z
