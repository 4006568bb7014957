import numpy as np


def linear(W, x, b):
    """線形変換 u = xW + b"""
    u = np.dot(x, W) + b
    return u
