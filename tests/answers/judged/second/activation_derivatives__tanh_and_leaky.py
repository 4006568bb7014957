import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    return sigmoid(x) * (1 - sigmoid(x))


def d_tanh(x):
    t = 2 * sigmoid(x) - 1   # tanh through the sigmoid
    return 1 - t * t


def d_relu(x):
    return (x > 0).astype(float)


def d_leaky_relu(x, alpha=0.01):
    slope = np.ones_like(x)
    slope[x < 0] = alpha
    return slope


def d_swish(x, beta=1.0):
    sig = sigmoid(beta * x)
    return sig + beta * x * sig * (1 - sig)
