import numpy as np


def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    n, m = y.shape
    t = np.asarray(t)
    if t.size != y.size:
        t = np.eye(m)[t.reshape(n)]
    t = t.reshape(n, m)
    d = 1e-7
    loss = 0.0
    for i in range(n):
        for k in range(m):
            loss += t[i, k] * np.log(y[i, k] + d) + (1 - t[i, k]) * np.log(1 - y[i, k] + d)
    return -loss / n
