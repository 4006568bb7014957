import numpy as np


def mini_batches(x, t, batch_size, rng=None):
    rng = np.random.default_rng(42)
    order = rng.permutation(len(x))
    for k in range(-(-len(x) // batch_size)):
        part = order[k * batch_size:(k + 1) * batch_size]
        yield x[part], t[part]
