import numpy as np


def weight_decay_loss(params, lam):
    s = 0.0
    for name, p in params.items():
        if name.startswith("W"):
            s += (p ** 2).sum()
    return lam * s / 2


def add_weight_decay(params, grads, lam):
    out = {}
    for name, g in grads.items():
        out[name] = g.copy()
        if name.startswith("W"):
            out[name] += 2 * lam * params[name]
    return out
