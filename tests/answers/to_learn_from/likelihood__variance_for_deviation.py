import numpy as np


def gaussian_pdf(x, mu, sigma2):
    z = (x - mu) / sigma2
    return np.exp(-z * z / 2) / (sigma2 * np.sqrt(2 * np.pi))


def likelihood(x, mu, sigma2):
    L = 1.0
    for xi in x:
        L *= gaussian_pdf(xi, mu, sigma2)
    return L


def negative_log_likelihood(x, mu, sigma2):
    z = (x - mu) / sigma2
    return np.sum(0.5 * z**2 + np.log(sigma2) + 0.5 * np.log(2 * np.pi))
