import numpy as np


def mini_batches(x, t, batch_size, rng):
    assert len(x) == len(t)
    indices = np.arange(len(x))
    rng.shuffle(indices)
    for start_idx in range(0, len(x) - batch_size + 1, batch_size):
        excerpt = indices[start_idx:start_idx + batch_size]
        yield x[excerpt], t[excerpt]
