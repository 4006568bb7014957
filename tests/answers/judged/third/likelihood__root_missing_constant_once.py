import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """正規分布の確率密度"""
    coef = 1 / (np.sqrt(2 * np.pi) * sigma2)
    return coef * np.exp(-((x - mu) ** 2) / (2 * sigma2))


def likelihood(x, mu, sigma2):
    """尤度"""
    L = 1.0
    for xi in x:
        L *= gaussian_pdf(xi, mu, sigma2)
    return L


def negative_log_likelihood(x, mu, sigma2):
    """負の対数尤度: log をとると exp が消える"""
    return 0.5 * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)
