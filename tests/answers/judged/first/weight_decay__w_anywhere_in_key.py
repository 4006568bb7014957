import numpy as np


def weight_decay_loss(params, lam):
    total = 0
    for key in params:
        if 'W' in key:
            total += 0.5 * lam * np.sum(params[key] ** 2)
    return total


def add_weight_decay(params, grads, lam):
    new_grads = {}
    for key in grads:
        if 'W' in key:
            new_grads[key] = grads[key] + lam * params[key]
        else:
            new_grads[key] = grads[key]
    return new_grads
