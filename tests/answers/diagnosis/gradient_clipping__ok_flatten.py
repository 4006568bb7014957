import numpy as np
from functools import reduce


def _length(arrays):
    return np.linalg.norm(np.concatenate([np.ravel(a) for a in arrays]))


def clip_grads(grads, max_norm):
    n = _length(grads)
    return [a / max(1.0, n / max_norm) for a in grads]


def clip_values(grads, limit):
    return list(map(lambda a: np.sign(a) * np.minimum(np.abs(a), limit), grads))
