import numpy as np


def linear(x, W, b):
    X = np.atleast_2d(x)
    n, d = X.shape
    m = W.shape[1]
    U = np.zeros((n, m))
    for s in range(n):
        for j in range(m):
            for i in range(d):
                U[s, j] += X[s, i] * W[i, j] + b[j]
    if x.ndim == 1:
        return U[0]
    return U
