import numpy as np


def is_weight(key):
    return key[0] == "W"


def weight_decay_loss(params, lam):
    return lam / 2 * sum(np.sum(params[k] ** 2) for k in params if is_weight(k))


def add_weight_decay(params, grads, lam):
    result = dict(grads)
    for k in result:
        if is_weight(k):
            decay = params[k]
            decay *= lam
            result[k] = result[k] + decay
    return result
