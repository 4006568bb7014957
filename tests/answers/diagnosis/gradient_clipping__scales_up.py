import numpy as np


def clip_grads(grads, max_norm):
    norm = np.sqrt(sum((g ** 2).sum() for g in grads))
    for g in grads:
        g *= max_norm / (norm + 1e-6)


def clip_values(grads, limit):
    for g in grads:
        np.clip(g, -limit, limit, out=g)
