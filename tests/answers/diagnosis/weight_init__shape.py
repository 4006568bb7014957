import numpy as np


def xavier(n_in, n_out, rng):
    sd = np.sqrt(1 / n_in)
    return sd * rng.standard_normal((n_out, n_in))


def he(n_in, n_out, rng):
    sd = np.sqrt(2 / n_in)
    return sd * rng.standard_normal((n_out, n_in))
