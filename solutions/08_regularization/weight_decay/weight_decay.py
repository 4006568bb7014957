import numpy as np


def weight_decay_loss(params, lam):
    """Return what is added to the loss, a number; params: dict of arrays. / 損失に加える項(数値)"""
    # BEGIN SOLUTION
    total = 0.0
    for key, value in params.items():
        if key.startswith("W"):
            total += np.sum(value**2)
    return 0.5 * lam * total
    # END SOLUTION


def add_weight_decay(params, grads, lam):
    """Return a dict with all keys of grads, decay added for the weights. / 重みの勾配に減衰を加える"""
    # BEGIN SOLUTION
    for key in grads:
        if key.startswith("W"):
            grads[key] = grads[key] + lam * params[key]
    return grads
    # END SOLUTION
