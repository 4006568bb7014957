import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """正規分布の確率密度"""
    return np.exp(-(x - mu) ** 2 / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


def likelihood(x, mu, sigma2):
    """尤度"""
    return np.prod(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    """負の対数尤度(積ではなく log の和にする)"""
    return -np.sum(np.log(gaussian_pdf(x, mu, sigma2)))
