import numpy as np


def xavier(n_in, n_out, rng):
    return rng.randn(n_in, n_out) / np.sqrt(n_in)


def he(n_in, n_out, rng):
    return rng.randn(n_in, n_out) * np.sqrt(2.0 / n_in)
