import numpy as np


def AND(x1, x2):
    """1 if both inputs are 1, else 0. / AND ゲート"""
    x = np.array([x1, x2])
    w = np.array([0.5, 0.5])
    b = -0.7
    tmp = np.sum(w * x) + b
    if tmp <= 0:
        print(0)
    else:
        print(1)


def NAND(x1, x2):
    """0 if both inputs are 1, else 1: the opposite of AND. / NAND ゲート"""
    x = np.array([x1, x2])
    w = np.array([-0.5, -0.5])
    b = 0.7
    tmp = np.sum(w * x) + b
    if tmp <= 0:
        return 0
    else:
        return 1


def OR(x1, x2):
    """1 if any input is 1, else 0. / OR ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く
