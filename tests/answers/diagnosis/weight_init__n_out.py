import numpy as np


def xavier(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) / np.sqrt(n_out)


def he(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * np.sqrt(2.0 / n_out)
