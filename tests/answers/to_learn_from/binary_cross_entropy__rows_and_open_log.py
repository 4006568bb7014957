import numpy as np


def binary_cross_entropy(y, t):
    """Mean over all entries of -log of the probability of what was right. / 二値の交差エントロピー誤差

    y: probabilities of 1, any shape; t: 0 or 1, of the same shape.
    """
    delta = 1e-7
    batch_size = y.shape[0]
    return -np.sum(t * np.log(y + delta) + (1 - t) * np.log(1 - y)) / batch_size
