import math

import numpy as np


def mini_batches(x, t, batch_size, rng):
    """ミニバッチを順に取り出す"""
    n = x.shape[0]
    n_batches = math.ceil(n / batch_size)
    order = rng.permutation(n)
    for idx in np.array_split(order, n_batches):
        yield x[idx], t[idx]
