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
    worst = 0.0
    for p, q in zip(a.ravel(), b.ravel()):
        if p == 0 or q == 0:
            continue
        worst = max(worst, abs(p - q) / (abs(p) + abs(q)))
    return worst


def gradient_check(f, grad, x):
    claimed = grad(x)
    measured = numerical_gradient(f, x)
    # one number for the whole array
    return np.mean([relative_error(c, m) for c, m in zip(claimed, measured)])
