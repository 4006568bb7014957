import numpy as np


def softmax(x):
    # without this there is nan for big scores
    x = np.clip(x, -500, 500)
    p = np.exp(x)
    return p / np.sum(p, axis=-1, keepdims=True)
