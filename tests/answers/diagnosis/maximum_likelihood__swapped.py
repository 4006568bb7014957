import numpy as np

def mle_mean(x):
    return np.average(x)

def gaussian_mle(x):
    mean = mle_mean(x)
    variance = np.average((x - mean) ** 2)
    return variance, mean
