import numpy as np


def xavier(n_in, n_out, rng):
    k = 1 / np.sqrt(n_in)
    return rng.uniform(-k, k, (n_in, n_out))


def he(n_in, n_out, rng):
    k = np.sqrt(2 / n_in)
    return rng.uniform(-k, k, (n_in, n_out))
