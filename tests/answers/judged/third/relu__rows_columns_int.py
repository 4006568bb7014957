import numpy as np


def relu(x):
    rows, cols = x.shape[0], x.shape[1]
    out = np.zeros((rows, cols), dtype=int)
    for i in range(rows):
        for j in range(cols):
            if x[i, j] > 0:
                out[i, j] = x[i, j]
            else:
                out[i, j] = 0
    return out
