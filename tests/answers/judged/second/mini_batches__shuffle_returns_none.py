import numpy as np


def mini_batches(x, t, batch_size, rng):
    batches = []
    data_size = len(x)

    # make a random order of all the samples
    index = np.arange(data_size)
    index = rng.shuffle(index)

    start = 0
    while start < data_size:
        end = min(start + batch_size, data_size)
        chosen = index[start:end]
        batches.append((x[chosen], t[chosen]))
        start = end
    return batches
