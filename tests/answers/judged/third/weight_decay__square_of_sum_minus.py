import numpy as np


def is_weight(key):
    return key.startswith("W")


def weight_decay_loss(params, lam):
    total = 0
    for key, W in params.items():
        if is_weight(key):
            total += np.sum(W) ** 2
    return 0.5 * lam * total


def add_weight_decay(params, grads, lam):
    result = {}
    for key in grads:
        if is_weight(key):
            # pull the weight towards 0
            result[key] = grads[key] - lam * params[key]
        else:
            result[key] = grads[key]
    return result
