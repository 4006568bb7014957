import numpy as np


def xavier(n_in, n_out, rng):
    limit = 1 / np.sqrt(n_in)
    return rng.uniform(-limit, limit, size=(n_in, n_out))


def he(n_in, n_out, rng):
    limit = np.sqrt(2 / n_in)
    return rng.uniform(-limit, limit, size=(n_in, n_out))
