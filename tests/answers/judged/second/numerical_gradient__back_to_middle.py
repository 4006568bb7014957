import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(*x.shape):
        x[idx] += h
        plus = f(x)
        x[idx] -= h
        minus = f(x)
        grad[idx] = (plus - minus) / (2 * h)
    return grad
