import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    g = [(f(x + h * e.reshape(x.shape)) - f(x - h * e.reshape(x.shape))) / (2 * h) for e in np.eye(x.size)]
    return np.array(g).reshape(x.shape)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    if step_num == 0:
        return np.array(init_x, dtype=float)
    moved = init_x - lr * numerical_gradient(f, init_x)
    return gradient_descent(f, moved, lr, step_num - 1)
