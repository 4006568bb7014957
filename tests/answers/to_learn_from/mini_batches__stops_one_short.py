import numpy as np


def mini_batches(x, t, batch_size, rng):
    """ミニバッチを順に取り出す"""
    n = len(x)
    idx = np.arange(n)
    rng.shuffle(idx)
    batches = []
    for i in range(0, n - 1, batch_size):
        b = idx[i:i + batch_size]
        batches.append((x[b], t[b]))
    return batches
