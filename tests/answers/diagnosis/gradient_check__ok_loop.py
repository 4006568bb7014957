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
    worst = 0
    for i in np.ndindex(*a.shape):
        e = abs(a[i] - b[i]) / max(abs(a[i]) + abs(b[i]), 1e-8)
        worst = e if e > worst else worst
    return worst


def gradient_check(f, grad, x):
    claimed = np.array(grad(x.copy()))
    measured = numerical_gradient(f, x.copy())
    return relative_error(claimed, measured)
