import numpy as np


def numerical_gradient(f, x):
    h = 10e-50
    grad = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        up, down = x.astype(float), x.astype(float)
        up[idx] += h
        down[idx] -= h
        grad[idx] = (f(up) - f(down)) / (2 * h)
    return grad
