import numpy as np


def mle_mean(x):
    """The mean under which the points x, (n,), are most likely: one number. / 平均の最尤推定値"""
    # BEGIN SOLUTION
    return np.sum(x) / len(x)
    # END SOLUTION


def gaussian_mle(x):
    """Mean and variance under which the points x, (n,), are most likely: two numbers. / 平均と分散の最尤推定値"""
    # BEGIN SOLUTION
    mean = mle_mean(x)
    variance = np.sum((x - mean) ** 2) / len(x)
    return mean, variance
    # END SOLUTION
