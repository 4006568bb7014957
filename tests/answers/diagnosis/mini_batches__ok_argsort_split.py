import numpy as np


def mini_batches(x, t, batch_size, rng):
    n = x.shape[0]
    order = np.argsort(rng.random(n))
    cuts = list(range(batch_size, n, batch_size))
    return list(zip(np.split(x[order], cuts), np.split(t[order], cuts)))
