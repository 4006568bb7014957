import numpy as np


def mle_mean(x):
    return float(np.mean(x))


def gaussian_mle(x):
    """
    n / (2 s) = 1 / (2 s^2) * S     with S = sum (x - mu)^2
    n s = S / 2                     times 2 s^2 / 2
    s = S / (2 n)
    """
    n = x.shape[0]
    mu = mle_mean(x)
    S = float(np.sum((x - mu) ** 2))
    return mu, S / (2 * n)
