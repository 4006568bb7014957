import numpy as np


def _uniform(std, shape, rng):
    limit = std * 3 ** 0.5
    return rng.uniform(low=-limit, high=limit, size=shape)


def xavier(n_in, n_out, rng):
    return _uniform(n_in ** -0.5, (n_in, n_out), rng)


def he(n_in, n_out, rng):
    return _uniform((2 / n_in) ** 0.5, (n_in, n_out), rng)
