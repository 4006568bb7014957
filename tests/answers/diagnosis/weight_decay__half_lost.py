import numpy as np


def weight_decay_loss(params, lam):
    return lam * sum(np.sum(params[k] * params[k]) for k in params if k.startswith("W"))


def add_weight_decay(params, grads, lam):
    new = dict(grads)
    for k in new:
        if k.startswith("W"):
            new[k] = new[k] + lam * params[k]
    return new
