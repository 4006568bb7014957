import numpy as np


def xavier(n_in, n_out, rng):
    """Weights (n_in, n_out) of mean 0 and standard deviation 1 / sqrt(n_in), from rng. / Xavier の初期値"""
    return rng.normal(0, 1 / n_in, (n_in, n_out))


def he(n_in, n_out, rng):
    """Weights (n_in, n_out) of mean 0 and standard deviation sqrt(2 / n_in), from rng. / He の初期値"""
    return rng.normal(0, 2 / n_in, (n_in, n_out))
