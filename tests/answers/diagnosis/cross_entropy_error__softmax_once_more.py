import numpy as np


def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    e = np.exp(y - y.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    t = np.asarray(t)
    if t.size == y.size:
        t = t.reshape(y.shape).argmax(axis=1)
    t = t.reshape(-1)
    return -np.mean(np.log(p[range(len(p)), t]))
