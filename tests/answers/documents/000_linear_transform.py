import numpy as np


def linear(x, W, b):
    u = np.dot(x, W) + b
    return u
