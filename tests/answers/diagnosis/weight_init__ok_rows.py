import numpy as np

GAIN = {"xavier": 1.0, "he": 2.0}


def draw(kind, n_in, n_out, rng):
    W = np.empty((n_in, n_out), dtype=np.float32)
    for i in range(n_in):
        for j in range(n_out):
            W[i, j] = rng.normal(loc=0.0, scale=np.sqrt(GAIN[kind] / n_in))
    return W


def xavier(n_in, n_out, rng):
    return draw("xavier", n_in, n_out, rng)


def he(n_in, n_out, rng):
    return draw("he", n_in, n_out, rng)
