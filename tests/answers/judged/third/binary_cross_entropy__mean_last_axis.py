import numpy as np

EPSILON = 1e-7


def binary_cross_entropy(y, t):
    output = np.clip(y, EPSILON, 1.0 - EPSILON)
    output = -t * np.log(output) - (1.0 - t) * np.log(1.0 - output)
    return np.mean(output, axis=-1)
