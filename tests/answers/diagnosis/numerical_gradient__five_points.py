import numpy as np


def numerical_gradient(f, x):
    h = 1e-3
    a = np.array(x, dtype=float)
    g = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        v = a[i]
        values = {}
        for k in (-2, -1, 1, 2):
            a[i] = v + k * h
            values[k] = f(a)
        a[i] = v
        g[i] = (values[-2] - 8 * values[-1] + 8 * values[1] - values[2]) / (12 * h)
    return g
