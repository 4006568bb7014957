import numpy as np

def mle_mean(x):
    return x.mean()

def gaussian_mle(x):
    return x.mean(), x.std()
