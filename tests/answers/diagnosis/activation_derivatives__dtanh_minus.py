import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))

def d_sigmoid(x):
    s = sigmoid(x)
    return s * (1 - s)
def d_tanh(x):
    return 4 / np.square(np.exp(x) - np.exp(-x))

def d_relu(x):
    return (x > 0).astype(float)

def d_leaky_relu(x, alpha=0.01):
    return np.where(x > 0, 1.0, alpha)

def d_swish(x, beta=1.0):
    s = sigmoid(beta * x)
    return s + beta * x * s * (1 - s)
