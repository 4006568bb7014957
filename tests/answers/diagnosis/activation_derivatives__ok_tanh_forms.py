import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))

def d_sigmoid(x):
    return 0.25 * (1 - np.tanh(x / 2) ** 2)

def d_tanh(x):
    return 4 * d_sigmoid(2 * x)

def d_relu(x):
    return np.where(x > 0, 1, 0)

def d_leaky_relu(x, alpha=0.01):
    return (x > 0) + alpha * (x <= 0)

def d_swish(x, beta=1.0):
    f = x * sigmoid(beta * x)
    return beta * f + sigmoid(beta * x) * (1 - beta * f)
