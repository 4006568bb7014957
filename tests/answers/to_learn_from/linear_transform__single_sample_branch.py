import numpy as np


def linear(x, W, b):
    """x: (D,) or (N, D); W: (D, M); b: (M,); returns (M,) or (N, M). / 線形変換"""
    if x.ndim == 1:
        x = x.reshape(1, -1)
        return np.dot(x, W)
    else:
        return np.dot(x, W) + b
