import numpy as np


def random_batch(x, t, batch_size, rng):
    idx = rng.integers(len(x), size=batch_size)
    return x[idx], t[idx]


def mini_batches(x, t, batch_size, rng):
    steps = int(np.ceil(len(x) / batch_size))
    for step in range(steps):
        yield random_batch(x, t, batch_size, rng)
