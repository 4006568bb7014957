import numpy as np


def mini_batches(x, t, batch_size, rng):
    N = len(x)
    done = 0
    while done < N:
        size = min(batch_size, N - done)
        mask = rng.choice(N, size)
        yield x[mask], t[mask]
        done += size
