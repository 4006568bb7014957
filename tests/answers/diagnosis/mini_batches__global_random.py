import numpy as np


def mini_batches(x, t, batch_size, rng):
    p = np.random.permutation(x.shape[0])
    for i in range(0, x.shape[0], batch_size):
        yield x[p[i:i + batch_size]], t[p[i:i + batch_size]]
