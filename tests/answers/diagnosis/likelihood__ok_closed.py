import numpy as np
from functools import reduce

def gaussian_pdf(x, mu, sigma2):
    return (2 * np.pi * sigma2) ** -0.5 * np.e ** (-(x - mu) ** 2 / (2 * sigma2))

def likelihood(x, mu, sigma2):
    return reduce(lambda acc, v: acc * gaussian_pdf(v, mu, sigma2), x, 1.0)

def negative_log_likelihood(x, mu, sigma2):
    d = x - mu
    return 0.5 * (len(x) * np.log(2 * np.pi * sigma2) + d @ d / sigma2)
