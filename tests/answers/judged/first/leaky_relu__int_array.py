import numpy as np


def leaky_relu(x, alpha=0.01):
    y = x.copy()
    mask = (x <= 0)
    y[mask] = alpha * x[mask]
    return y
