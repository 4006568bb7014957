import numpy as np


def softmax(x):
    m = x.max(axis=-1)[..., None]
    e = np.exp(x - m)
    return e / (e.sum(axis=-1)[..., None] + 1e-9)
