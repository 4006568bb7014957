import numpy as np


def mle_mean(x):
    return np.mean(x)


def gaussian_mle(x):
    # unbiased estimator of the variance
    return np.mean(x), np.var(x, ddof=1)
