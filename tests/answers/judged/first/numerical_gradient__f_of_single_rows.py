import numpy as np


def _gradient_1d(f, x):
    h = 1e-4
    grad = np.zeros(len(x))
    for i in range(len(x)):
        keep = x[i]
        x[i] = keep + h
        a = f(x)
        x[i] = keep - h
        b = f(x)
        grad[i] = (a - b) / (2 * h)
        x[i] = keep
    return grad


def numerical_gradient(f, X):
    X = X.astype(float)
    if X.ndim == 1:
        return _gradient_1d(f, X)
    grad = np.zeros_like(X)
    for idx, x in enumerate(X):
        grad[idx] = _gradient_1d(f, x)
    return grad
