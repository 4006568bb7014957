import numpy as np


def sigmoid(x):
    y = 1.0 / (1.0 + np.exp(-x))
    # keep away from 0 and 1, more stable
    return np.clip(y, 1e-4, 1 - 1e-4)
