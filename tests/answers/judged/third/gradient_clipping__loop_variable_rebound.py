import numpy as np


def clip_grads(grads, max_norm):
    """勾配全体のノルムで縮める"""
    total = np.sqrt(sum((g ** 2).sum() for g in grads))
    if total > max_norm:
        for i in range(len(grads)):
            grads[i] = grads[i] * (max_norm / total)
    return grads


def clip_values(grads, limit):
    for g in grads:
        g = np.minimum(g, limit)
        g = np.maximum(g, -limit)
    return grads
