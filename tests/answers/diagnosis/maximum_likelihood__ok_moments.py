import numpy as np

def mle_mean(x):
    return np.einsum("i->", x) / x.size

def gaussian_mle(x):
    m = mle_mean(x)
    return m, np.mean(x.astype(float) ** 2) - m ** 2
