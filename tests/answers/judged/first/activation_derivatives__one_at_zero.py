import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    return sigmoid(x) * (1.0 - sigmoid(x))


def d_tanh(x):
    return 1.0 - np.tanh(x) * np.tanh(x)


def d_relu(x):
    grad = np.zeros_like(x)
    grad[x >= 0] = 1
    return grad


def d_leaky_relu(x, alpha=0.01):
    grad = np.ones_like(x)
    grad[x < 0] = alpha
    return grad


def d_swish(x, beta=1.0):
    s = sigmoid(beta * x)
    return s + beta * x * s * (1 - s)
