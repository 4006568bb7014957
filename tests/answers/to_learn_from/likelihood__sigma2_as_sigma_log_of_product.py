import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """Density of the normal distribution at x, a number or any shape; sigma2 is the variance. / 正規分布の確率密度"""
    coef = 1 / (np.sqrt(2 * np.pi) * sigma2)
    return coef * np.exp(-(x - mu) ** 2 / (2 * sigma2 ** 2))


def likelihood(x, mu, sigma2):
    """Product of the densities of the points x, (n,): one number. / 尤度"""
    return np.prod(gaussian_pdf(x, mu, sigma2))


def negative_log_likelihood(x, mu, sigma2):
    """Minus the logarithm of the likelihood, finite for many points x, (n,), too: one number. / 負の対数尤度"""
    return -np.log(likelihood(x, mu, sigma2))
