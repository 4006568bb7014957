import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    """シグモイドの微分"""
    y = sigmoid(x)
    return y * (1.0 - y)


def d_tanh(x):
    """tanh(x) = 2 * sigmoid(2x) - 1 を微分する"""
    return 2 * d_sigmoid(2 * x)


def d_relu(x):
    dx = np.zeros_like(x)
    dx[x > 0] = 1
    return dx


def d_leaky_relu(x, alpha=0.01):
    dx = np.ones_like(x)
    dx[x < 0] = alpha
    return dx


def d_swish(x, beta=1.0):
    y = sigmoid(beta * x)
    return y + beta * x * y * (1 - y)
