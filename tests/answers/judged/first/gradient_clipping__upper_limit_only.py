import numpy as np


def clip_grads(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    if norm > max_norm:
        return [g * max_norm / norm for g in grads]
    return grads


def clip_values(grads, limit):
    return [np.minimum(g, limit) for g in grads]
