import numpy as np


def numerical_diff(f, x):
    """Return the derivative of f at the number x by the central difference. / 中心差分による数値微分"""
    h = 1e-4
    return (f(x + h) - f(x)) / 2*h
