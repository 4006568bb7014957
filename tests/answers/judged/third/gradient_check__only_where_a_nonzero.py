import numpy as np


def numerical_gradient(f, x):
    """Given: the gradient of f at x by central differences, of x's shape; leaves x as it is. / 用意してあります: 数値微分による勾配"""
    h = 1e-4
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        middle = point[index]
        point[index] = middle + h
        above = f(point)
        point[index] = middle - h
        below = f(point)
        point[index] = middle
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    # entries that are 0 count as 0, leave them out (no 0/0)
    mask = a != 0
    if not mask.any():
        return 0.0
    a, b = a[mask], b[mask]
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b)))


def gradient_check(f, grad, x):
    return relative_error(grad(x), numerical_gradient(f, x))
