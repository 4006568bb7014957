import numpy as np


def clip_grads(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm


def clip_values(grads, limit):
    for i, g in enumerate(grads):
        grads[i] = np.minimum(g, limit)
