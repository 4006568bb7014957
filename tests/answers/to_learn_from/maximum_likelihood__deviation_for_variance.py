import numpy as np


def mle_mean(x):
    return sum(x) / len(x)


def gaussian_mle(x):
    mu = mle_mean(x)
    sigma = np.sqrt(np.mean((x - mu) ** 2))
    return mu, sigma
