import numpy as np


def _draw(n_in, n_out, std, rng):
    z = rng.standard_normal((n_in, n_out))
    # make sure that the weights into every neuron have mean 0 and exactly this deviation
    z = (z - z.mean(axis=0)) / z.std(axis=0)
    return std * z


def xavier(n_in, n_out, rng):
    return _draw(n_in, n_out, 1 / np.sqrt(n_in), rng)


def he(n_in, n_out, rng):
    return _draw(n_in, n_out, np.sqrt(2 / n_in), rng)
