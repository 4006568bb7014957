import numpy as np


def weight_decay_loss(params, lam):
    """Return what is added to the loss, a number; params: dict of arrays. / 損失に加える項(数値)"""
    total = 0
    for key in params:
        if "W" in key:
            total += np.sum(params[key] ** 2)
    return lam * total


def add_weight_decay(params, grads, lam):
    """Return a dict with all keys of grads, decay added for the weights. / 重みの勾配に減衰を加える"""
    new_grads = {}
    for key in grads:
        if "W" in key:
            new_grads[key] = grads[key] + lam * params[key]
        else:
            new_grads[key] = grads[key]
    return new_grads
