import numpy as np


def binary_cross_entropy(y, t):
    eps = 1e-7
    # t=1 のところは -log(y), t=0 のところは -log(1-y)
    yes = -np.log(y[t == 1] + eps)
    no = -np.log(1 - y[t == 0] + eps)
    return np.mean(yes) + np.mean(no)
