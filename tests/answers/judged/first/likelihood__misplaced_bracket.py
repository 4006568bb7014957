import numpy as np


def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    return np.prod(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    std = np.sqrt(sigma2)
    z = (x - mu) / std
    logpdf = -1.0 * (z**2 + np.log(2.0 * np.pi)) / (2 - np.log(std))
    return -np.sum(logpdf)
