import numpy as np


def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(x - mu) ** 2 / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    return np.prod(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    # The product of all points is too small, so take the log of small groups and add these.
    group = 10
    total = 0.0
    for start in range(0, len(x), group):
        total += np.log(likelihood(x[start:start + group], mu, sigma2))
    return -total
