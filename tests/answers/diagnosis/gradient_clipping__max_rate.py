import numpy as np


def clip_grads(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in grads))
    factor = max(1.0, max_norm / (norm + 1e-7))
    return [factor * g for g in grads]


def clip_values(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
