import numpy as np


def clip_grads(grads, max_norm):
    squares = 0.0
    clipped = []
    for g in grads:
        squares += np.sum(g**2)       # the norm is that of all arrays together
        norm = np.sqrt(squares)
        if norm > max_norm:
            g = g * (max_norm / norm)
        clipped.append(g)
    return clipped


def clip_values(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
