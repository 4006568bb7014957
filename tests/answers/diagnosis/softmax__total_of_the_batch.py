import numpy as np


def softmax(z):
    exps = np.exp(z - z.max())
    total = 0.0
    for v in exps.ravel():
        total += v
    return exps / total
