import numpy as np


def clip_grads(grads, max_norm):
    clipped = []
    for g in grads:
        norm = np.sqrt(np.sum(g**2))
        if norm > max_norm:
            g = g * max_norm / norm
        clipped.append(g)
    return clipped


def clip_values(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
