import numpy as np


def linear(x, W, b):
    u = np.dot(W, x)
    u = u + b
    return u
