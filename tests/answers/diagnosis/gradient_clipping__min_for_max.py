import numpy as np


def clip_grads(grads, max_norm):
    norm = np.sqrt(sum(np.vdot(g, g) for g in grads))
    if norm > max_norm:
        return [g * max_norm / norm for g in grads]
    return grads


def clip_values(grads, limit):
    return [np.maximum(np.minimum(g, -limit), limit) for g in grads]
