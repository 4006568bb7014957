import numpy as np


def weight_decay_loss(params, lam):
    total = 0
    for k, v in params.items():
        if k.startswith("W"):
            total += np.sum(np.abs(v) ** 2)
    return 0.5 * lam * total


def add_weight_decay(params, grads, lam):
    result = {}
    for k in grads:
        if k.startswith("W"):
            result[k] = grads[k] + lam * np.abs(params[k])
        else:
            result[k] = grads[k]
    return result
