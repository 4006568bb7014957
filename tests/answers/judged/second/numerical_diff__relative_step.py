import numpy as np


def numerical_diff(f, x):
    # choose the step in proportion to x, so that it suits large and small numbers
    h = 1e-5 * abs(x)
    up = f(x + h)
    down = f(x - h)
    return (up - down) / (2 * h)
