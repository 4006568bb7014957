import numpy as np


def softmax(x):
    if len(x.shape) > 1:
        tmp = np.max(x, axis=1)
        x -= tmp.reshape((x.shape[0], 1))
        p = np.exp(x)
        tmp = np.sum(p, axis=1)
        p /= tmp.reshape((x.shape[0], 1))
    else:
        x -= np.max(x)
        p = np.exp(x)
        p /= np.sum(p)
    return p
