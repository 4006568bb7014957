import numpy as np


def xavier(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    return W / np.sqrt(n_out)


def he(n_in, n_out, rng):
    # ReLU kills half of the values, so twice the spread
    return 2 * rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
