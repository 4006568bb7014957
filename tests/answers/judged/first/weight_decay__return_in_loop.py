import numpy as np


def weight_decay_loss(params, lam):
    """損失に加える項"""
    weight_decay = 0
    for key, W in params.items():
        if key[0] == "W":
            weight_decay += 0.5 * lam * np.sum(W ** 2)
            return weight_decay


def add_weight_decay(params, grads, lam):
    """重みの勾配に減衰を加える"""
    for key in grads:
        if key[0] == "W":
            grads[key] = grads[key] + lam * params[key]
    return grads
