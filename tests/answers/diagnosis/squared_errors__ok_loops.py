import numpy as np


def sum_squared_error(y, t):
    total = np.float32(0)
    for p, q in zip(np.nditer(y), np.nditer(t)):
        total += np.float32(float(p) - float(q)) ** 2
    return total / np.float32(2)


def mean_squared_error(y, t):
    return 2 * sum_squared_error(y, t) / np.prod(y.shape)


def half_mean_squared_error(y, t):
    return np.array(mean_squared_error(y, t) / 2)
