import numpy as np


def cross_entropy_error(y, t):
    """Mean over the batch of -log of the right class's probability. / 交差エントロピー誤差

    y: (M,) or (N, M) probabilities; t: one-hot like y, or labels of shape () or (N,).
    """
    eps = 1e-7
    N = y.shape[0]
    if t.ndim == y.ndim:          # one-hot
        loss = -np.sum(t * np.log(y + eps)) / N
    else:                         # labels
        loss = -np.sum(np.log(y[t] + eps)) / N
    return loss
