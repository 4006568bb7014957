import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    return (1.0 - np.exp(-2 * x)) / (1.0 + np.exp(-2 * x))
