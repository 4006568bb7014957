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


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    for _ in range(step_num):
        candidate = x - lr * numerical_gradient(f, x)
        # going down: a step that makes f larger is not taken
        if f(candidate) < f(x):
            x = candidate
    return x
