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
    """Return the largest relative error between the entries of a and b, one number. / 相対誤差の最大値

    a, b: arrays of the same shape. / a と b は同じ形状の配列
    """
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(b))))


def gradient_check(f, grad, x):
    """Return the relative error between grad(x) and the numerical gradient of f at x. / 勾配確認"""
    err = relative_error(grad(x), numerical_gradient(f, x))
    return err < 1e-6
