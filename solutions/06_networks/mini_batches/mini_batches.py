import numpy as np


def mini_batches(x, t, batch_size, rng):
    """Yield (x_batch, t_batch) until every sample has come once, in an order drawn from rng. / ミニバッチを順に取り出す

    x: (N, ...); t: (N,) labels or (N, M) one-hot. The last batch may be shorter. x and t are left as they are.
    """
    # BEGIN SOLUTION
    order = np.arange(len(x))
    rng.shuffle(order)  # one order for both, so that x and t stay paired
    for start in range(0, len(x), batch_size):
        chosen = order[start : start + batch_size]
        yield x[chosen], t[chosen]
    # END SOLUTION
