import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def tanh(x):
    # tanh is a sigmoid stretched to -1 .. 1
    x = np.asarray(x, dtype=float)
    return 2 * sigmoid(x) - 1
