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


def gradient_descent(f, init_x, lr=0.01, step_num=100, precision=1e-4):
    current_point = np.array(init_x, dtype=float)
    for iters in range(step_num):
        gradient_at_point = numerical_gradient(f, current_point)
        next_point = current_point - lr * gradient_at_point
        points_diff = np.abs(next_point - current_point)
        current_point = next_point
        if np.all(np.abs(gradient_at_point) <= precision) or np.all(points_diff <= precision):
            break
    return current_point
