import numpy as np


def AND(x1, x2):
    """Given. / 用意してあります: AND ゲート"""
    return 1 if np.dot([0.5, 0.5], [x1, x2]) - 0.7 > 0 else 0


def NAND(x1, x2):
    """Given. / 用意してあります: NAND ゲート"""
    return 1 if np.dot([-0.5, -0.5], [x1, x2]) + 0.7 > 0 else 0


def OR(x1, x2):
    """Given. / 用意してあります: OR ゲート"""
    return 1 if np.dot([0.5, 0.5], [x1, x2]) - 0.2 > 0 else 0


def XOR(x1, x2):
    """1 if exactly one of the inputs is 1, else 0. / XOR ゲート"""
    s1 = OR(x1, x2)       # at least one
    s2 = NAND(s1, x2)     # but not both
    return AND(s1, s2)
