import numpy as np


def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(x - mu) ** 2 / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    return np.product(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    n = len(x)
    return n / 2 * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)
