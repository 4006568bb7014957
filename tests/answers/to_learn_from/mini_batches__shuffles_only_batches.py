import numpy as np


def mini_batches(x, t, batch_size, rng):
    """ミニバッチを順に取り出す"""
    starts = np.arange(0, x.shape[0], batch_size)
    rng.shuffle(starts)
    batches = []
    for s in starts:
        batches.append((x[s:s + batch_size], t[s:s + batch_size]))
    return batches
