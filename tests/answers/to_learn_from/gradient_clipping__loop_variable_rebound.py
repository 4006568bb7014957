import numpy as np


def clip_grads(grads, max_norm):
    total_norm = 0
    for g in grads:
        total_norm += np.sum(g ** 2)
    total_norm = np.sqrt(total_norm)

    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for g in grads:
            g = g * rate


def clip_values(grads, limit):
    for i in range(len(grads)):
        grads[i] = np.clip(grads[i], -limit, limit)
