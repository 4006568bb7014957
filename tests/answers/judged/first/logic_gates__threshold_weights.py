import numpy as np


def fire(s):
    return 1 if s > 0 else 0


def AND(x1, x2):
    # both must be on: threshold 2
    return fire(1 * x1 + 1 * x2 - 2)


def NAND(x1, x2):
    # at most one may be on
    return fire(-1 * x1 - 1 * x2 + 1)


def OR(x1, x2):
    # one is enough: threshold 1
    return fire(1 * x1 + 1 * x2 - 1)
