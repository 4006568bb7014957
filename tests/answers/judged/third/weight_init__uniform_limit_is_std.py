import numpy as np


def xavier(n_in, n_out, rng):
    limit = np.sqrt(1 / n_in)
    return rng.uniform(-limit, limit, (n_in, n_out))


def he(n_in, n_out, rng):
    std = np.sqrt(2 / n_in)
    return rng.normal(0, std, (n_in, n_out))
