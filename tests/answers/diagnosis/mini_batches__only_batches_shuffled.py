import numpy as np


def mini_batches(x, t, batch_size, rng):
    starts = np.arange(0, len(x), batch_size)
    rng.shuffle(starts)
    for s in starts:
        yield x[s:s + batch_size], t[s:s + batch_size]
