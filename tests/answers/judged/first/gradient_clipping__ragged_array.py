import numpy as np


def clip_grads(grads, max_norm):
    g = np.array(grads)
    norm = np.sqrt(np.sum(g ** 2))
    if norm > max_norm:
        return g * max_norm / norm
    return grads


def clip_values(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
