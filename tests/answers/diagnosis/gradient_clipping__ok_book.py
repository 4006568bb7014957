import numpy as np


def clip_grads(grads, max_norm):
    total_norm = 0
    for grad in grads:
        total_norm += np.sum(grad ** 2)
    total_norm = np.sqrt(total_norm)

    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for grad in grads:
            grad *= rate


def clip_values(grads, limit):
    for i in range(len(grads)):
        g = grads[i]
        g[g > limit] = limit
        g[g < -limit] = -limit
