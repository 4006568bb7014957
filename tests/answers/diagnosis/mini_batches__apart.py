import numpy as np


def mini_batches(x, t, batch_size, rng):
    x = rng.permutation(x)
    t = rng.permutation(t)
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], t[i:i + batch_size]
