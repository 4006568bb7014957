import numpy as np


def gaussian_pdf(x, mu, sigma2):
    c = 1 / np.sqrt(2 * np.pi * sigma2)
    return c * np.exp(-0.5 * (x - mu) ** 2 / sigma2)


def likelihood(x, mu, sigma2):
    return gaussian_pdf(x, mu, sigma2).prod()


def negative_log_likelihood(x, mu, sigma2):
    log_prob = -0.5 * (x - mu) ** 2 / sigma2 - 0.5 * np.log(sigma2) - np.sqrt(2 * np.pi)
    return -log_prob.sum()
