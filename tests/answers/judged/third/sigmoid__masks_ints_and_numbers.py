import numpy as np


def sigmoid(x):
    """numerically stable version: never takes exp of a large positive number"""
    result = np.zeros_like(x)
    positive = x >= 0
    negative = x < 0
    # x >= 0: 1 / (1 + e^-x)
    result[positive] = 1 / (1 + np.exp(-x[positive]))
    # x < 0: e^x / (1 + e^x)
    e = np.exp(x[negative])
    result[negative] = e / (1 + e)
    return result
