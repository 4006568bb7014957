import numpy as np


def mini_batches(x, t, batch_size, rng):
    """Fisher-Yates のシャッフルをしてから、順に切り出す"""
    xs = x.copy()
    ts = t.copy()
    n = len(xs)
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i + 1)
        xs[i], xs[j] = xs[j], xs[i]
        ts[i], ts[j] = ts[j], ts[i]
    for k in range(0, n, batch_size):
        yield xs[k:k + batch_size], ts[k:k + batch_size]
