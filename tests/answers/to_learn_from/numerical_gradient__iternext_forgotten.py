import numpy as np


def numerical_gradient(f, x):
    """数値微分による勾配"""
    h = 1e-4
    x = x.astype(float)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        old = x[i]
        x[i] = old + h
        f1 = f(x)
        x[i] = old - h
        f2 = f(x)
        x[i] = old
        grad[i] = (f1 - f2) / (2 * h)
    return grad
