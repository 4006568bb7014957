import numpy as np


def weight_decay_loss(params, lam):
    total = 0.0
    for key, val in params.items():
        if key.startswith(‘W’):
            total += np.sum(val ** 2)
    return 0.5 * lam * total


def add_weight_decay(params, grads, lam):
    out = dict(grads)
    for key in out:
        if key.startswith(‘W’):
            out[key] = out[key] + lam * params[key]
    return out
