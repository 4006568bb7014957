import numpy as np


def step_function(x):
    y = np.ones(x.shape, dtype=int)
    # floats should not be compared with == , so use isclose
    y[np.isclose(x, 0)] = 0
    y[x < 0] = 0
    return y
