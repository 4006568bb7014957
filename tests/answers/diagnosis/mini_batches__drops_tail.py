import numpy as np


def mini_batches(x, t, batch_size, rng):
    idx = np.arange(len(x))
    rng.shuffle(idx)
    n_batches = len(x) // batch_size
    for b in range(n_batches):
        sel = idx[b * batch_size:(b + 1) * batch_size]
        yield x[sel], t[sel]
