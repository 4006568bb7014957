import numpy as np


def sigmoid(x):
    z = np.exp(x)
    return np.where(x < 0, 1 / (1 + np.exp(-x)), z / (1 + z))
