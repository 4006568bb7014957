import numpy as np


def softmax(x):
    if x.ndim == 1:
        e = np.exp(x - x.max())
        return e / e.sum()
    result = np.zeros_like(x)
    for n in range(x.shape[0]):
        e = np.exp(x[n] - x[n].max())
        result[n] = e / e.sum()
    return result
