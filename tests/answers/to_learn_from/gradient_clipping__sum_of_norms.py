import numpy as np


def clip_grads(grads, max_norm):
    total_norm = 0
    for grad in grads:
        total_norm += np.sqrt(np.sum(grad ** 2))

    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for grad in grads:
            grad *= rate


def clip_values(grads, limit):
    for grad in grads:
        np.clip(grad, -limit, limit, out=grad)
