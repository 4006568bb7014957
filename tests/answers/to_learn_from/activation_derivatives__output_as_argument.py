import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    """Slope of sigmoid at x; x: an array of any shape. / シグモイド関数の x における微分"""
    return x * (1 - x)


def d_tanh(x):
    """Slope of tanh at x. / tanh の x における微分"""
    return 1 - x ** 2


def d_relu(x):
    """Slope of ReLU at x, 0 at 0. / ReLU の x における微分(0 では 0)"""
    return np.where(x > 0, 1.0, 0.0)


def d_leaky_relu(x, alpha=0.01):
    """Slope of Leaky ReLU at x, alpha at 0. / Leaky ReLU の x における微分(0 では alpha)"""
    return np.where(x > 0, 1.0, alpha)


def d_swish(x, beta=1.0):
    """Slope of Swish, x * sigmoid(beta * x), at x. / Swish の x における微分"""
    s = sigmoid(beta * x)
    return s + beta * x * s * (1 - s)
