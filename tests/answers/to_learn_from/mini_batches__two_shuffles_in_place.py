import numpy as np


def mini_batches(x, t, batch_size, rng):
    """Yield (x_batch, t_batch) until every sample has come once, in an order drawn from rng. / ミニバッチを順に取り出す

    x: (N, ...); t: (N,) labels or (N, M) one-hot. The last batch may be shorter. x and t are left as they are.
    """
    # shuffle the data
    rng.shuffle(x)
    rng.shuffle(t)
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], t[i:i + batch_size]
