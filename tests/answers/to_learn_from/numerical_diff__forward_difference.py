import numpy as np


def numerical_diff(f, x):
    fx = f(x)
    h = 0.00001
    fxh = f(x + h)
    return (fxh - fx) / h
