import numpy as np


def binary_cross_entropy(y, t):
    eps = 1e-7
    loss = t * np.log(y + eps) + (1 - t) * np.log(1 - y + eps)
    return -sum(loss) / y.size
