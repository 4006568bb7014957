import numpy as np

def mle_mean(x):
    return np.mean(x)

def gaussian_mle(x):
    mu = np.mean(x)
    return mu, np.sum((x - mu) ** 2)
