import math


def bce_one(p, target, eps=1e-7):
    if target == 1:
        return -math.log(p + eps)
    return -math.log(1 - p + eps)


def binary_cross_entropy(y, t):
    losses = [bce_one(float(p), int(q)) for p, q in zip(y.flatten(), t.flatten())]
    return sum(losses) / len(losses)
