import numpy as np


def softmax(x):
    if x.ndim == 1:
        return softmax(x[np.newaxis])[0]
    out = np.zeros(x.shape)
    for i, row in enumerate(x):
        row -= row.max()          # avoid overflow
        e = np.exp(row)
        out[i] = e / e.sum()
    return out
