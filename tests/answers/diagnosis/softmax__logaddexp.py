import numpy as np


def softmax(x):
    z = np.asarray(x, dtype=float).T
    return np.exp(z - np.logaddexp.reduce(z, axis=0)).T
