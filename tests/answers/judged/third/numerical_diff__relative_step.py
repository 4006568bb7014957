import numpy as np


def numerical_diff(f, x):
    # the step should fit the size of x, otherwise it gets lost in the digits
    h = 1e-4 * abs(x)
    return (f(x + h) - f(x - h)) / (2 * h)
