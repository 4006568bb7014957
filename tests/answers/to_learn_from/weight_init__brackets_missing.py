import numpy as np


def xavier(n_in, n_out, rng):
    std = np.sqrt(2.0 / n_in + n_out)
    return rng.normal(0, std, size=(n_in, n_out))


def he(n_in, n_out, rng):
    std = np.sqrt(2.0 / n_in)
    return rng.normal(0, std, size=(n_in, n_out))
