import numpy as np


def weight_decay_loss(params, lam):
    loss = 0
    for key, val in params.items():
        if "W" in key:
            loss += lam * np.sum(val ** 2) / 2
    return loss


def add_weight_decay(params, grads, lam):
    for key in params:
        if "W" in key:
            grads[key] = grads[key] + lam * params[key]
    return grads
