import numpy as np


def sigmoid(a):
    num = 1
    minus_a = np.multiply(a, -1.0)
    result = num / 1 + np.exp(minus_a)
    return result
