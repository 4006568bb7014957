import numpy as np


def mini_batches(x, t, batch_size, rng):
    # cut first, then shuffle the batches and the samples of every batch
    starts = np.arange(0, len(x), batch_size)
    batches = []
    for s in starts:
        xb, tb = x[s:s + batch_size], t[s:s + batch_size]
        mixed = rng.permutation(len(xb))
        batches.append((xb[mixed], tb[mixed]))
    last = batches.pop() if len(x) % batch_size else None   # the short one stays at the end
    result = [batches[i] for i in rng.permutation(len(batches))]
    if last is not None:
        result.append(last)
    return result
