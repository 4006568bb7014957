import numpy as np


def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    m = y.shape[0]
    t = np.asarray(t)
    if t.size == y.size:
        Y = t.reshape(y.shape)
    else:
        Y = np.eye(y.shape[1])[t.reshape(-1)]
    cost = -(1.0 / m) * np.sum(np.dot(np.log(y + 1e-7), Y.T))
    return cost
