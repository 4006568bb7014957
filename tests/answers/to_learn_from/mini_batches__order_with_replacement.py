import numpy as np


def mini_batches(x, t, batch_size, rng):
    n = len(x)
    idx = rng.choice(n, n)
    for i in range(0, n, batch_size):
        batch_idx = idx[i:i + batch_size]
        yield x[batch_idx], t[batch_idx]
