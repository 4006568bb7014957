import numpy as np


def linear(x, W, b):
    D, M = W.shape
    if len(x.shape) == 1:
        y = np.zeros(M)
        for j in range(M):
            for i in range(D):
                y[j] += x[i] * W[i, j]
        return y
    return np.array([linear(row, W, b) for row in x])
