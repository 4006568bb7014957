import numpy as np


def mini_batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x, t = x[order], t[order]
    for i in range(0, len(x), batch_size):
        ids = np.arange(i, i + batch_size) % len(x)
        yield x[ids], t[ids]
