import numpy as np


def weight_decay_loss(params, lam):
    return 0.5 * lam * sum((p ** 2).sum() for p in params.values())


def add_weight_decay(params, grads, lam):
    return {key: grads[key] + lam * params[key] for key in params}
