import numpy as np


def _clip_by_norm(g, c):
    n = np.linalg.norm(g)
    return g * (c / n) if n > c else g


def clip_grads(grads, max_norm):
    # first clip each variable's norm, then clip global norm
    grads = [_clip_by_norm(g, max_norm) for g in grads]
    total = np.sqrt(sum(np.sum(g * g) for g in grads))
    if total > max_norm:
        grads = [g * (max_norm / total) for g in grads]
    return grads


def clip_values(grads, limit):
    out = []
    for g in grads:
        out.append(np.minimum(np.maximum(g, -limit), limit))
    return out
