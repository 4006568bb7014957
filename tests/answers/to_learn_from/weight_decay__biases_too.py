import numpy as np


def weight_decay_loss(params, lam):
    return sum(0.5 * lam * np.sum(w**2) for w in params.values())


def add_weight_decay(params, grads, lam):
    return {key: grads[key] + lam * params[key] for key in grads}
