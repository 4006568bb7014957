import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = np.asarray(x, dtype=float)
    result = []
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        result.append(float((f(up) - f(down)) / (2 * h)))
    return np.reshape(result, x.shape).tolist()
