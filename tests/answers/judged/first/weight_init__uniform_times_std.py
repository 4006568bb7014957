import numpy as np


def xavier(n_in, n_out, rng):
    var = 1 / np.sqrt(n_in)
    return rng.uniform(low=-1.0, high=1.0, size=(n_in, n_out)) * var


def he(n_in, n_out, rng):
    var = np.sqrt(2 / n_in)
    return rng.uniform(low=-1.0, high=1.0, size=(n_in, n_out)) * var
