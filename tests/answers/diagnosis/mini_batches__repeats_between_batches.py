import numpy as np


def mini_batches(x, t, batch_size, rng):
    N = x.shape[0]
    for start in range(0, N, batch_size):
        size = min(batch_size, N - start)
        chosen = rng.permutation(N)[:size]
        yield x[chosen], t[chosen]
