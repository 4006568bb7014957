import numpy as np

def gaussian_pdf(x, mu, sigma2):
    return 1 / np.sqrt(2 * np.pi * sigma2) * np.exp(-(x - mu)**2 / sigma2)

def likelihood(x, mu, sigma2):
    return np.prod(gaussian_pdf(x, mu, sigma2))

def negative_log_likelihood(x, mu, sigma2):
    n = x.shape[0]
    return n / 2 * np.log(2 * np.pi * sigma2) + np.sum((x - mu)**2) / sigma2
