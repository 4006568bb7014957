import numpy as np


def mle_mean(x):
    """The mean under which the points x, (n,), are most likely: one number. / 平均の最尤推定値"""
    return np.mean(x)


def gaussian_mle(x):
    """Mean and variance under which the points x, (n,), are most likely: two numbers. / 平均と分散の最尤推定値"""
    mu = mle_mean(x)
    sigma = np.std(x, ddof=1)
    return mu, sigma
