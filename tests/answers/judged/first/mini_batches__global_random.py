import numpy as np


def mini_batches(x, t, batch_size, rng):
    perm = np.random.permutation(x.shape[0])
    x_shuffled = x[perm]
    t_shuffled = t[perm]
    for i in range(0, x.shape[0], batch_size):
        yield x_shuffled[i:i+batch_size], t_shuffled[i:i+batch_size]
