import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    """Slope of sigmoid at x. / シグモイド関数の x における微分"""
    y = sigmoid(x)
    return y * (1 - y)


def d_tanh(x):
    """Slope of tanh at x. / tanh の x における微分"""
    e = np.exp(2 * x)
    return (e - 1) / (e + 1)


def d_relu(x):
    """Slope of ReLU at x, 0 at 0."""
    grad = np.zeros_like(x)
    grad[x > 0] = 1
    return grad


def d_leaky_relu(x, alpha=0.01):
    """Slope of Leaky ReLU at x, alpha at 0."""
    grad = np.full_like(x, alpha)
    grad[x > 0] = 1
    return grad


def d_swish(x, beta=1.0):
    s = sigmoid(beta * x)
    return s + beta * x * s * (1 - s)
