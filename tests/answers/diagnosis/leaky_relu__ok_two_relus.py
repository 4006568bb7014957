import numpy as np

def leaky_relu(x, alpha=0.01):
    y = np.array(x, dtype=np.float64)
    neg = y < 0
    y[neg] *= alpha
    return y
