import numpy as np


def mle_mean(x):
    """平均の最尤推定値"""
    return x.mean()


def gaussian_mle(x):
    """平均と分散の最尤推定値"""
    mean = mle_mean(x)
    variance = np.mean((x - mean) ** 2)
    return {mean, variance}
