import numpy as np


def accuracy(y, t):
    if t.ndim == 2:
        t = np.argmax(t, axis=1)
    count = 0
    for i in range(len(y)):
        p = np.argmax(y[i])
        if p == t[i]:
            count == count + 1
    return count / len(y)
