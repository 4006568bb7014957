import numpy as np


def numerical_gradient(f, x):
    theta = x.astype(float).ravel()
    n = len(theta)
    g = np.zeros(n)
    for k in range(n):
        e = np.zeros(n)
        e[k] = 1e-4
        g[k] = (f(theta + e) - f(theta - e)) / 2e-4
    return g.reshape(x.shape)
