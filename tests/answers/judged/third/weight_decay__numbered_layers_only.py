import numpy as np


def weight_names(params):
    """W1, W2, ... / 各層の重みの名前"""
    names = []
    i = 1
    while "W" + str(i) in params:
        names.append("W" + str(i))
        i += 1
    return names


def weight_decay_loss(params, lam):
    decay = 0.0
    for name in weight_names(params):
        decay += 0.5 * lam * np.sum(params[name] ** 2)
    return decay


def add_weight_decay(params, grads, lam):
    new_grads = dict(grads)
    for name in weight_names(params):
        new_grads[name] = grads[name] + lam * params[name]
    return new_grads
