import math

import numpy as np

from grader.authoring import alternative


@alternative("the formula, with 1e-7 in both logarithms")
def binary_cross_entropy(y, t):
    return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)))


@alternative("clipped at 1e-12, summed and divided")
def binary_cross_entropy(y, t):
    y = np.clip(y, 1e-12, 1 - 1e-12)
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y)) / y.size


@alternative("entry by entry, with math and lists")
def binary_cross_entropy(y, t):
    losses = []
    for probability, target in zip(y.ravel().tolist(), t.ravel().tolist(), strict=True):
        losses.append(-math.log(max(probability if target else 1 - probability, 1e-9)))
    return sum(losses) / len(losses)


@alternative("in float32, clipped at 1e-7")
def binary_cross_entropy(y, t):
    y, t = y.astype(np.float32), t.astype(np.float32)
    y = np.clip(y, np.float32(1e-7), np.float32(1 - 1e-7))
    return -(t * np.log(y) + (1 - t) * np.log1p(-y)).mean()


@alternative("logarithms cut off at -100")
def binary_cross_entropy(y, t):
    with np.errstate(divide="ignore"):
        log_y, log_rest = np.maximum(np.log(y), -100), np.maximum(np.log(1 - y), -100)
    return -np.average(t * log_y + (1 - t) * log_rest)


@alternative("as a cross entropy of two classes")
def binary_cross_entropy(y, t):
    both = np.stack([1 - y, y], axis=-1).reshape(-1, 2)
    labels = t.astype(int).ravel()
    return -np.sum(np.log(both[np.arange(len(labels)), labels] + 1e-10)) / len(labels)
