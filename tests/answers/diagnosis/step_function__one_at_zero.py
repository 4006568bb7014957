import numpy as np

def step_function(x):
    y = np.zeros(x.shape, dtype=int)
    y[x >= 0] = 1
    return y
