import numpy as np


def clip_grads(grads, max_norm):
    norms = []
    for g in grads:
        norms.append(np.sqrt(np.sum(g ** 2)))
    total = sum(norms)
    if total <= max_norm:
        return grads
    factor = max_norm / total
    return [factor * g for g in grads]


def clip_values(grads, limit):
    result = []
    for g in grads:
        result.append(np.where(np.abs(g) > limit, limit, g))
    return result
