import numpy as np


def weight_decay_loss(params, lam):
    total = 0.0
    for name, W in params.items():
        if name.startswith("W"):
            # squares of the weights, as a matrix product
            total += np.sum(np.dot(W.T, W))
    return 0.5 * lam * total


def add_weight_decay(params, grads, lam):
    new_grads = {}
    for name in grads:
        if name.startswith("W"):
            new_grads[name] = grads[name] + lam * params[name]
        else:
            new_grads[name] = grads[name]
    return new_grads
