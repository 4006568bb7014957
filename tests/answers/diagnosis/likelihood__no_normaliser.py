import numpy as np

def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(x - mu)**2 / (2 * sigma2))

def likelihood(x, mu, sigma2):
    L = 1.0
    for xi in x:
        L *= gaussian_pdf(xi, mu, sigma2)
    return L

def negative_log_likelihood(x, mu, sigma2):
    return np.sum((x - mu)**2) / (2 * sigma2)
