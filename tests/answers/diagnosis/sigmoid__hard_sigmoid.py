import numpy as np


def sigmoid(x):
    # from the keras backend
    y = 0.2 * x + 0.5
    return np.clip(y, 0.0, 1.0)
