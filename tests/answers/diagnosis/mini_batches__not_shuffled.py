import numpy as np


def mini_batches(x, t, batch_size, rng):
    batches = []
    for i in range(0, len(x), batch_size):
        batches.append((x[i:i + batch_size], t[i:i + batch_size]))
    return batches
