import numpy as np


def binary_cross_entropy(y, t):
    """二値交差エントロピー: バッチの平均"""
    delta = 1e-7
    batch_size = y.shape[0]
    total = np.sum(t * np.log(y + delta) + (1 - t) * np.log(1 - y + delta))
    return -total / batch_size
