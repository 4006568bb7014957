import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    s = sigmoid(x)
    return s * (1 - s)


def d_tanh(x):
    return 1 - np.tanh(x) ** 2


def d_relu(x):
    return np.where(x > 0, 1.0, 0.0)


def d_leaky_relu(x, alpha=0.01):
    return np.where(x > 0, 1.0, alpha)


def d_swish(x, beta=1.0):
    # product rule: x' * s + x * s'   and the inner derivative of beta * x is beta
    s = sigmoid(beta * x)
    return beta * (s + x * s * (1 - s))
