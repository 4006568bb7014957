import numpy as np


def binary_cross_entropy(y, t):
    """Mean over all entries of -log of the probability of what was right. / 二値の交差エントロピー誤差

    y: probabilities of 1, any shape; t: 0 or 1, of the same shape.
    """
    # BEGIN SOLUTION
    right = np.where(t == 1, y, 1 - y)
    return -np.mean(np.log(right + 1e-7))
    # END SOLUTION
