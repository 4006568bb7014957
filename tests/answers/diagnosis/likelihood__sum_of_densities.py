import numpy as np

def gaussian_pdf(x, mu, sigma2):
    sigma = sigma2 ** 0.5
    return 1 / (sigma * np.sqrt(2 * np.pi)) * np.exp(-0.5 * ((x - mu) / sigma) ** 2)

def likelihood(x, mu, sigma2):
    total = 0
    for v in x:
        total += gaussian_pdf(v, mu, sigma2)
    return total

def negative_log_likelihood(x, mu, sigma2):
    sigma = sigma2 ** 0.5
    return np.sum(0.5 * ((x - mu) / sigma) ** 2 + np.log(sigma * np.sqrt(2 * np.pi)))
