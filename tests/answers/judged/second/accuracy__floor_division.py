import numpy as np


def accuracy(y, t):
    """正解率"""
    yoso = np.argmax(y, axis=1)
    if t.ndim != 1:
        t = np.argmax(t, axis=1)
    seikai = 0
    for i in range(len(yoso)):
        if yoso[i] == t[i]:
            seikai += 1
    return seikai // len(yoso)
