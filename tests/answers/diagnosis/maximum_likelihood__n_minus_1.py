import numpy as np

def mle_mean(x):
    return np.mean(x)

def gaussian_mle(x):
    mu = mle_mean(x)
    dev = x - mu
    return mu, np.dot(dev, dev) / (len(x) - 1)
