import numpy as np


def xavier(n_in, n_out, rng):
    return rng.normal(0, 1 / n_in, (n_in, n_out))


def he(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out))
