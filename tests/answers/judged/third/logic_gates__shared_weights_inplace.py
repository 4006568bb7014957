import numpy as np

W = np.array([0.5, 0.5])


def fire(x1, x2, w, b):
    s = np.sum(np.array([x1, x2]) * w) + b
    return 1 if s > 0 else 0


def AND(x1, x2):
    return fire(x1, x2, W, -0.7)


def NAND(x1, x2):
    # same as AND, all signs turned around
    w = W
    w *= -1
    return fire(x1, x2, w, 0.7)


def OR(x1, x2):
    return fire(x1, x2, W, -0.2)
