import numpy as np

def swish(x, beta=1.0):
    x = np.asarray(x, dtype=float)
    return 0.5 * x * (1.0 + np.tanh(0.5 * beta * x))
