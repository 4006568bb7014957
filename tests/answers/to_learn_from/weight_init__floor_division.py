import numpy as np


def xavier(n_in, n_out, rng):
    """Xavier の初期値"""
    std = 1 / np.sqrt(n_in)
    return rng.normal(0, std, size=(n_in, n_out))


def he(n_in, n_out, rng):
    """He の初期値"""
    std = np.sqrt(2 // n_in)
    return rng.normal(0, std, size=(n_in, n_out))
