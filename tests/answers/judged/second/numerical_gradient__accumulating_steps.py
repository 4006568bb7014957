import numpy as np


def numerical_gradient(f, x):
    """x の各要素を少しだけ動かして傾きを求める"""
    h = 1e-4
    grad = np.zeros(x.shape)
    ue = x.astype(float)       # x + h
    shita = x.astype(float)    # x - h

    it = np.nditer(grad, flags=['multi_index'])
    for _ in it:
        i = it.multi_index
        ue[i] += h
        shita[i] -= h
        grad[i] = (f(ue) - f(shita)) / (2 * h)

    return grad
