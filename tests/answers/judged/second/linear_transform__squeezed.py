import numpy as np


def linear(x, W, b):
    X = np.atleast_2d(x)          # (D,) -> (1, D)
    U = np.dot(X, W) + b
    return np.squeeze(U)          # back to (M,) for one sample
