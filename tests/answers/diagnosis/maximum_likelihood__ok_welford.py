import numpy as np

def gaussian_mle(x):
    mean, m2 = 0.0, 0.0
    for k, v in enumerate(x, start=1):
        d = v - mean
        mean += d / k
        m2 += d * (v - mean)
    return np.array([mean, m2 / len(x)])

def mle_mean(x):
    return gaussian_mle(x)[0]
