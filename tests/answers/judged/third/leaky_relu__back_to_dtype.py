import numpy as np


def leaky_relu(x, alpha=0.01):
    """x where positive, alpha * x elsewhere; comes back as what it was"""
    out = np.where(x > 0, x, alpha * x)
    out = out.astype(x.dtype)
    return out
