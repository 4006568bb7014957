import numpy as np


def numerical_gradient(f, x):
    """中心差分による勾配"""
    h = 1e-4
    grad = np.zeros_like(x)
    point = x.astype(float)

    for i in range(len(point)):
        original = point[i].copy()

        point[i] = original + h
        fxh1 = f(point)

        point[i] = original - h
        fxh2 = f(point)

        grad[i] = (fxh1 - fxh2) / (2 * h)
        point[i] = original

    return grad
