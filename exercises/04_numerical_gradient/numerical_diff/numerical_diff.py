import numpy as np


def numerical_diff(f, x):
    """Return the derivative of f at the number x by the central difference. / 中心差分による数値微分"""
    raise NotImplementedError  # write your answer here / ここに書く
