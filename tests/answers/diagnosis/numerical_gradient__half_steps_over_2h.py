import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = x * 1.0
    shape = x.shape
    out = []
    for i in range(x.size):
        d = np.zeros(x.size)
        d[i] = h / 2
        d = d.reshape(shape)
        out.append((f(x + d) - f(x - d)) / (2 * h))
    return np.array(out).reshape(shape)
