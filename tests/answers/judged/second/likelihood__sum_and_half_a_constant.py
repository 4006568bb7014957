import numpy as np


def gaussian_pdf(x, mu, sigma2):
    z = (x - mu) / np.sqrt(sigma2)
    return np.exp(-0.5 * z ** 2) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    total = 0.0
    for xi in x:
        total += gaussian_pdf(xi, mu, sigma2)
    return total


def negative_log_likelihood(x, mu, sigma2):
    total = 0.0
    for xi in x:
        total += 0.5 * np.log(sigma2) + (xi - mu) ** 2 / (2 * sigma2)
    return total
