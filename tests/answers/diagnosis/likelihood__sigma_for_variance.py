import numpy as np

def gaussian_pdf(x, mu, sigma2):
    z = (x - mu) / sigma2
    return np.exp(-0.5 * z * z) / (sigma2 * np.sqrt(2 * np.pi))

def likelihood(x, mu, sigma2):
    return gaussian_pdf(x, mu, sigma2).prod()

def negative_log_likelihood(x, mu, sigma2):
    z = (x - mu) / sigma2
    return np.sum(0.5 * z * z + np.log(sigma2) + 0.5 * np.log(2 * np.pi))
