import numpy as np


def mle_mean(x):
    return np.sum(x) / len(x)


def gaussian_mle(x):
    mu = mle_mean(x)
    sigma = np.sqrt(np.sum((x - mu) ** 2) / len(x))
    return mu, sigma
