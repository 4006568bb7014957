import numpy as np


def is_weight(name):
    return name[0] == "W"


def weight_decay_loss(params, lam):
    flat = np.concatenate([v.reshape(-1) for k, v in params.items() if is_weight(k)])
    return lam / 2 * np.linalg.norm(flat) ** 2


def add_weight_decay(params, grads, lam):
    return {k: g + lam * params[k] if is_weight(k) else g for k, g in grads.items()}
