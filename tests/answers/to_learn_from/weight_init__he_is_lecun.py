import numpy as np


def xavier(n_in, n_out, rng):
    """Xavier の初期値"""
    return rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)


def he(n_in, n_out, rng):
    """He の初期値"""
    return rng.standard_normal((n_in, n_out)) * np.sqrt(1 / n_in)
