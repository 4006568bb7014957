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
    """XOR ゲート"""
    s1 = NAND(x1, x2)
    s2 = OR(x1, x2)
    y = AND(s1, x2)
    return y
