import numpy as np


def clip_grads(grads, max_norm):
    out = []
    for g in grads:
        n = np.linalg.norm(g)
        if n > max_norm:
            out.append(g * (max_norm / n))
        else:
            out.append(g.copy())
    return out


def clip_values(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
