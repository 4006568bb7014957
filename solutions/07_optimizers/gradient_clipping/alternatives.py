import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's: a small number in the divisor, in place")
def clip_grads(grads, max_norm):
    total_norm = 0
    for grad in grads:
        total_norm += np.sum(grad**2)
    total_norm = np.sqrt(total_norm)

    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for grad in grads:
            grad *= rate


@alternative("new lists, one factor of at most 1")
def clip_grads(grads, max_norm):
    norm = np.linalg.norm(np.concatenate([grad.ravel() for grad in grads]))
    factor = min(1.0, max_norm / max(norm, 1e-12))
    return [factor * grad for grad in grads]


@alternative("the arrays of the list replaced, the norm returned as PyTorch does")
def clip_grads(grads, max_norm):
    norm = math.sqrt(math.fsum(float(value) ** 2 for grad in grads for value in grad.flat))
    if norm >= max_norm:
        for i in range(len(grads)):
            grads[i] = grads[i] / norm * max_norm
    return norm


@alternative("in float32, a tuple returned")
def clip_grads(grads, max_norm):
    grads = tuple(np.asarray(grad, dtype=np.float32) for grad in grads)
    norm = np.sqrt(sum(np.vdot(grad, grad) for grad in grads))
    return tuple(grad * np.float32(max_norm) / norm for grad in grads) if norm > max_norm else grads


@alternative("in place, the list returned as well")
def clip_grads(grads, max_norm):
    norm = np.hypot.reduce([np.linalg.norm(grad) for grad in grads])
    if norm > max_norm:
        for grad in grads:
            grad[...] = grad * (max_norm / norm)
    return grads


@alternative("values: np.clip, a new list")
def clip_values(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


@alternative("values: masks, in place")
def clip_values(grads, limit):
    for grad in grads:
        grad[grad > limit] = limit
        grad[grad < -limit] = -limit


@alternative("values: sign and size, in float32")
def clip_values(grads, limit):
    grads[:] = [(np.sign(grad) * np.minimum(abs(grad), limit)).astype(np.float32) for grad in grads]


@alternative("values: one by one")
def clip_values(grads, limit):
    for grad in grads:
        for index in np.ndindex(*grad.shape):
            grad[index] = max(-limit, min(limit, grad[index]))
    return grads
