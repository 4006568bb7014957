import numpy as np

from grader.authoring import alternative


@alternative("a list of pairs, from np.split")
def mini_batches(x, t, batch_size, rng):
    order = np.arange(x.shape[0])
    rng.shuffle(order)
    parts = np.split(order, np.arange(batch_size, len(order), batch_size))
    return [(x[part], t[part]) for part in parts]


@alternative("sample by sample, lists that are filled up and handed out")
def mini_batches(x, t, batch_size, rng):
    left = list(range(len(x)))
    x_batch, t_batch = [], []
    while left:
        number = left.pop(int(rng.integers(len(left))))
        x_batch.append(x[number])
        t_batch.append(t[number])
        if len(x_batch) == batch_size or not left:
            yield np.array(x_batch), np.array(t_batch)
            x_batch, t_batch = [], []


@alternative("sorted by random numbers, both shuffled as a whole, then views of them")
def mini_batches(x, t, batch_size, rng):
    keys = np.argsort(rng.random(len(x)))
    x, t = x[keys], t[keys]
    count = -(-len(x) // batch_size)
    return ([x[i * batch_size : (i + 1) * batch_size], t[i * batch_size : (i + 1) * batch_size]] for i in range(count))


@alternative("rng.choice without replacement, float32, np.take")
def mini_batches(x, t, batch_size, rng):
    number_of = len(t)
    order = rng.choice(number_of, size=number_of, replace=False)
    x32 = x.astype(np.float32)
    while len(order) > 0:
        now, order = order[:batch_size], order[batch_size:]
        yield (np.take(x32, now, axis=0), np.take(t, now, axis=0))


@alternative("copies shuffled by two generators in the same state")
def mini_batches(x, t, batch_size, rng):
    seed = int(rng.integers(2**32))
    x, t = x.copy(), t.copy()
    np.random.default_rng(seed).shuffle(x)
    np.random.default_rng(seed).shuffle(t)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


@alternative("x and t shuffled in place")
def mini_batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], t[:] = x[order], t[order]
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]
