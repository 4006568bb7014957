import numpy as np


def mini_batches(x, t, batch_size, rng):
    perm = rng.permutation(len(x))
    n_batches = len(x) // batch_size
    for i in range(n_batches):
        idx = perm[i * batch_size : (i + 1) * batch_size]
        yield x[idx], t[idx]
