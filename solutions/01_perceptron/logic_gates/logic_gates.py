import numpy as np


def perceptron(x1, x2, w1, w2, b):
    """1 if the weighted sum plus b is above 0, else 0; all arguments are numbers. / パーセプトロン"""
    # BEGIN SOLUTION
    total = np.dot([w1, w2], [x1, x2]) + b
    return 1 if total > 0 else 0
    # END SOLUTION


def AND(x1, x2):
    """1 if both inputs are 1, else 0. / AND ゲート"""
    # BEGIN SOLUTION
    return perceptron(x1, x2, 1, 1, -1)  # with one input the sum is exactly 0, which does not fire
    # END SOLUTION


def NAND(x1, x2):
    """0 if both inputs are 1, else 1: the opposite of AND. / NAND ゲート"""
    # BEGIN SOLUTION
    return perceptron(x1, x2, -1, -1, 2)
    # END SOLUTION


def OR(x1, x2):
    """1 if any input is 1, else 0. / OR ゲート"""
    # BEGIN SOLUTION
    return perceptron(x1, x2, 1, 1, 0)
    # END SOLUTION
