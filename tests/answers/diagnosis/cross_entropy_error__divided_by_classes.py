import numpy as np


def cross_entropy_error(y, t):
    A = y if y.ndim == 2 else y[None, :]
    m = A.shape[1]
    labels = np.asarray(t)
    if labels.size == A.size:
        labels = labels.reshape(A.shape).argmax(1)
    labels = labels.ravel()
    cost = 0
    for row, k in zip(A, labels):
        cost += -np.log(max(row[k], 1e-7))
    return cost / m
