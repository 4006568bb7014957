import math

import numpy as np


def cross_entropy_error(y, t):
    rows = [list(y)] if np.ndim(y) == 1 else [list(row) for row in y]
    if np.shape(t) == np.shape(y):
        targets = [list(t)] if np.ndim(t) == 1 else [list(row) for row in t]
        right = [row.index(max(row)) for row in targets]
    elif np.ndim(t) == 0:
        right = [int(t)]
    else:
        right = [int(k) for k in t]
    return sum(-math.log(row[k] + 1e-7) for row, k in zip(rows, right)) / len(rows)
