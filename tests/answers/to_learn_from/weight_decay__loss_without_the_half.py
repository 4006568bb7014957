import numpy as np


def weight_decay_loss(params, lam):
    reg = 0
    for name in params:
        if name[0] == "W":
            reg += lam * np.sum(params[name] * params[name])
    return reg


def add_weight_decay(params, grads, lam):
    for name in grads:
        if name[0] == "W":
            grads[name] = grads[name] + lam * params[name]
    return grads
