import math

import numpy as np

from grader.authoring import alternative


@alternative("xavier: normal with the deviation as its scale")
def xavier(n_in, n_out, rng):
    return rng.normal(loc=0, scale=n_in**-0.5, size=(n_in, n_out))


@alternative("he: normal with the deviation as its scale")
def he(n_in, n_out, rng):
    return rng.normal(0.0, math.sqrt(2.0 / n_in), (n_in, n_out))


@alternative("xavier: uniform, with limits that give the deviation")
def xavier(n_in, n_out, rng):
    limit = math.sqrt(3 / n_in)
    return rng.uniform(-limit, limit, size=(n_in, n_out))


@alternative("he: uniform from 0 to 1, shifted and stretched")
def he(n_in, n_out, rng):
    return (2 * rng.random((n_in, n_out)) - 1) * np.sqrt(6 / n_in)


@alternative("xavier: one number at a time, output by output")
def xavier(n_in, n_out, rng):
    W = np.zeros((n_in, n_out))
    for k in range(n_out):
        for i in range(n_in):
            W[i, k] = rng.normal() / math.sqrt(n_in)
    return W


@alternative("he: nested lists made an array")
def he(n_in, n_out, rng):
    return np.array([[rng.normal(0, math.sqrt(2 / n_in)) for _ in range(n_out)] for _ in range(n_in)])


@alternative("xavier: float32, drawn transposed, scaled in place")
def xavier(n_in, n_out, rng):
    W = rng.standard_normal((n_out, n_in), dtype=np.float32).T
    W *= np.float32(1 / np.sqrt(n_in))
    return W


@alternative("he: row by row into an empty array")
def he(n_in, n_out, rng):
    W = np.empty((n_in, n_out))
    for row in W:
        row[:] = rng.standard_normal(n_out)
    return W * np.sqrt(2) / np.sqrt(n_in)


@alternative("xavier: with a generator spawned from the given one")
def xavier(n_in, n_out, rng):
    own = np.random.default_rng(rng.integers(2**32))
    return own.normal(0, 1 / np.sqrt(n_in), n_in * n_out).reshape(n_in, n_out)


@alternative("he: normal cut off at two deviations, and the deviation mended")
def he(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    while (far := np.abs(W) > 2).any():
        W[far] = rng.standard_normal(int(far.sum()))
    return W / 0.8796256610342398 * np.sqrt(2 / n_in)
