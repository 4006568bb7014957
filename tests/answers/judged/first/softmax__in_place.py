import numpy as np


def softmax(x):
    x -= np.max(x, axis=-1, keepdims=True)  # for numeric stability
    s = np.exp(x)
    return s / np.sum(s, axis=-1, keepdims=True)
