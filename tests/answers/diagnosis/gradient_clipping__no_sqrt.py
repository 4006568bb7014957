import numpy as np


def clip_grads(grads, max_norm):
    total = 0.0
    for g in grads:
        total += np.sum(g ** 2)
    if total > max_norm:
        for g in grads:
            g *= max_norm / total


def clip_values(grads, limit):
    for g in grads:
        g[...] = np.clip(g, -limit, limit)
