import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    x_plus = x.astype(float)
    x_minus = x.astype(float)

    for i in np.ndindex(*x.shape):
        x_plus[i] = x_plus[i] + h
        x_minus[i] = x_minus[i] - h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)

    return grad
