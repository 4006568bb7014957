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
    # 0 で割らないように小さい数を足す
    error = abs(a - b) / (abs(a) + abs(b) + 1e-12)
    return max(error)


def gradient_check(f, grad, x):
    bibun = numerical_gradient(f, x)
    kotae = grad(x)
    return relative_error(kotae, bibun)
