import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return x / (1 + np.exp(-x))
