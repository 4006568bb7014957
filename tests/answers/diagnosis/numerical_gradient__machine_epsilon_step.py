import sys

import numpy as np


def numerical_gradient(f, x):
    h = sys.float_info.epsilon
    p = x.astype(float).copy()
    grad = np.empty_like(p)
    for idx, v in np.ndenumerate(x):
        p[idx] = v + h
        up = f(p)
        p[idx] = v - h
        down = f(p)
        p[idx] = v
        grad[idx] = (up - down) / (2 * h)
    return grad
