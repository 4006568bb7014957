import numpy as np


def weight_decay_loss(params, lam):
    weights = [v for k, v in params.items() if k.startswith("W")]
    return 0.5 * lam * sum(np.sum(w ** 2) for w in weights)


def add_weight_decay(params, grads, lam):
    decayed = {}
    for k in grads:
        if k.startswith("W"):
            decayed[k] = grads[k] + lam * params[k]
    return decayed
