import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    # 商の微分:  e^-x / (1 + e^-x)^2
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


def d_tanh(x):
    return 4 / (np.exp(x) + np.exp(-x)) ** 2


def d_relu(x):
    grad = np.zeros(x.shape)
    grad[x > 0] = 1
    return grad


def d_leaky_relu(x, alpha=0.01):
    grad = np.ones(x.shape)
    grad[x <= 0] = alpha
    return grad


def d_swish(x, beta=1.0):
    s = sigmoid(beta * x)
    f = x * s
    return beta * f + s * (1 - beta * f)
