import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """Density of the normal distribution at x, a number or any shape; sigma2 is the variance. / 正規分布の確率密度"""
    # BEGIN SOLUTION
    return np.exp(-((x - mu) ** 2) / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)
    # END SOLUTION


def likelihood(x, mu, sigma2):
    """Product of the densities of the points x, (n,): one number. / 尤度"""
    # BEGIN SOLUTION
    return np.prod(gaussian_pdf(x, mu, sigma2))
    # END SOLUTION


def negative_log_likelihood(x, mu, sigma2):
    """Minus the logarithm of the likelihood, finite for many points x, (n,), too: one number. / 負の対数尤度"""
    # BEGIN SOLUTION
    # The logarithm is taken on paper: no density is computed, so none can underflow.
    constant = 0.5 * len(x) * np.log(2 * np.pi * sigma2)
    return constant + np.sum((x - mu) ** 2) / (2 * sigma2)
    # END SOLUTION
