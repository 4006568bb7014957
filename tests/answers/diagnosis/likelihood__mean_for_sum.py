import numpy as np

def log_density(x, mu, sigma2):
    return -np.log(2 * np.pi * sigma2) / 2 - (x - mu)**2 / (2 * sigma2)

def gaussian_pdf(x, mu, sigma2):
    return np.exp(log_density(x, mu, sigma2))

def likelihood(x, mu, sigma2):
    return np.exp(log_density(x, mu, sigma2).sum())

def negative_log_likelihood(x, mu, sigma2):
    return -log_density(x, mu, sigma2).mean()
