import numpy as np


def leaky_relu(x, alpha=0.01):
    """Leaky ReLU 関数"""
    return np.where(x > 0, x, 0.01 * x)
