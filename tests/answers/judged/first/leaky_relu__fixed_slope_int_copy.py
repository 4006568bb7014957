import numpy as np


def leaky_relu(x, alpha=0.01):
    """x where x > 0, else alpha * x; x: an array of any shape. / Leaky ReLU 関数"""
    out = x.copy()
    neg = x <= 0
    out[neg] = 0.01 * x[neg]
    return out
