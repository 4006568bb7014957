import numpy as np


def mini_batches(x, t, batch_size, rng):
    """ミニバッチを順に取り出す"""
    rng.shuffle(x)
    rng.shuffle(t)
    for start in range(0, len(x), batch_size):
        end = start + batch_size
        yield x[start:end], t[start:end]
