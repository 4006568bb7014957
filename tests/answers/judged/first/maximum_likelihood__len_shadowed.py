import numpy as np


def mle_mean(x):
    return np.sum(x) / len(x)


def gaussian_mle(x):
    mean = mle_mean(x)
    len = len(x)
    variance = np.sum((x - mean) ** 2) / len
    return mean, variance
