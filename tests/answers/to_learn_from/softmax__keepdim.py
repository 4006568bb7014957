import numpy as np


def softmax(x):
    x_max = np.max(x, axis=-1, keepdim=True)
    e = np.exp(x - x_max)
    return e / np.sum(e, axis=-1, keepdim=True)
