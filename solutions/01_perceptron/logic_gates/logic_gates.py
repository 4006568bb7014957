import numpy as np


def AND(x1, x2):
    """1 if both inputs are 1, else 0. / AND ゲート"""
    # BEGIN SOLUTION
    total = np.dot([1, 1], [x1, x2]) - 1  # exactly 0 with one input, which does not fire
    return 1 if total > 0 else 0
    # END SOLUTION


def NAND(x1, x2):
    """0 if both inputs are 1, else 1: the opposite of AND. / NAND ゲート"""
    # BEGIN SOLUTION
    total = np.dot([-1, -1], [x1, x2]) + 2
    return 1 if total > 0 else 0
    # END SOLUTION


def OR(x1, x2):
    """1 if any input is 1, else 0. / OR ゲート"""
    # BEGIN SOLUTION
    total = np.dot([1, 1], [x1, x2])  # the bias is 0: without an input the sum is exactly 0, which does not fire
    return 1 if total > 0 else 0
    # END SOLUTION
