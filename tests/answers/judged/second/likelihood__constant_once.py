import numpy as np


def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(x - mu) ** 2 / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    return np.prod(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    # log をとると積は和になる
    constant = 0.5 * np.log(2 * np.pi * sigma2)
    squares = np.sum((x - mu) ** 2) / (2 * sigma2)
    return constant + squares
