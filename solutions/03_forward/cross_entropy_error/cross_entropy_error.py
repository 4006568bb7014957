import numpy as np


def cross_entropy_error(y, t):
    """Mean over the batch of -log of the right class's probability. / 交差エントロピー誤差

    y: (M,) or (N, M) probabilities; t: one-hot like y, or labels of shape () or (N,).
    """
    # BEGIN SOLUTION
    y = np.atleast_2d(y)
    if t.size == y.size:  # one-hot
        t = np.argmax(t.reshape(y.shape), axis=1)
    right = y[np.arange(len(y)), t.reshape(-1)]
    return -np.mean(np.log(right + 1e-7))
    # END SOLUTION
