import numpy as np

def mle_mean(x):
    s = np.sort(x)
    n = len(s)
    return (s[n // 2] + s[(n - 1) // 2]) / 2

def gaussian_mle(x):
    m = mle_mean(x)
    return m, np.mean((x - m) ** 2)
