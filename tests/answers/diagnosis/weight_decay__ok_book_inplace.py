import numpy as np


def weight_decay_loss(params, lam):
    weight_decay = 0
    for key in params.keys():
        if key.startswith("W"):
            W = params[key]
            weight_decay += 0.5 * lam * np.sum(W ** 2)
    return weight_decay


def add_weight_decay(params, grads, lam):
    for key in grads:
        if not key.startswith("W"):
            continue
        grads[key] += lam * params[key]
    return grads
