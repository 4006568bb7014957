import numpy as np


def leaky_relu(x, alpha=0.01):
    """x where x > 0, else alpha * x; x: an array of any shape. / Leaky ReLU 関数"""
    out = np.zeros_like(x)
    positive = x > 0
    out[positive] = x[positive]
    out[~positive] = alpha * x[~positive]
    return out
