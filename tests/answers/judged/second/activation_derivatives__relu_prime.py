import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    sig = sigmoid(x)
    return sig * (1 - sig)


def d_tanh(x):
    return 1-np.tanh(x)**2


def d_relu(x):
    x = x.copy()
    x[x>=0] = 1
    x[x<0] = 0
    return x


def d_leaky_relu(x, alpha=0.01):
    return np.where(x > 0, 1, alpha)


def d_swish(x, beta=1.0):
    s = sigmoid(beta * x)
    return s * (1 + beta * x * (1 - s))
