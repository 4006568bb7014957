import numpy as np


def tanh(x):
    t = np.exp(2 * x)
    return (t - 1) / (t + 1)
