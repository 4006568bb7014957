import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """N(x | mu, sigma^2)"""
    return 1 / np.sqrt(2 * np.pi * sigma2) * np.exp(-((x - mu) ** 2) / (2 * sigma2))


def likelihood(x, mu, sigma2):
    return gaussian_pdf(x, mu, sigma2).prod()


def negative_log_likelihood(x, mu, sigma2):
    n = len(x)
    loglik = -0.5 * n * np.log(2 * np.pi) - 0.5 * n * np.log(sigma2 ** 2) - 0.5 * np.sum([(xi - mu) ** 2 / (sigma2 ** 2) for xi in x])
    return -loglik
