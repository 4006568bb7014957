import numpy as np

def mle_mean(x):
    return sum(x) / len(x)

def gaussian_mle(x):
    return mle_mean(x), sum(x * x) / len(x)
