# Yields one and the same batch again and again, changed each time.
# exercise: mini_batches
# expect: failed
# score: some

import numpy as np


def mini_batches(x, t, batch_size, rng):
    xs, ts = np.zeros((batch_size, *x.shape[1:])), np.zeros((batch_size, *t.shape[1:]))
    for start in range(0, len(x), batch_size):
        xs[: len(x[start : start + batch_size])] = x[start : start + batch_size]
        yield xs, ts
