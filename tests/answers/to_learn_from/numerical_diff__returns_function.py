import numpy as np


def numerical_diff(f, x):
    """中心差分による数値微分"""
    h = 1e-5

    def diff(x):
        return (f(x + h) - f(x - h)) / (2 * h)

    return diff
