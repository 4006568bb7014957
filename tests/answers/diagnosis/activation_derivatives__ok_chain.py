import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))

def _slope_of_sigmoid(s):
    return s - s * s

def d_sigmoid(x):
    return _slope_of_sigmoid(sigmoid(x))

def d_tanh(x):
    with np.errstate(over="ignore"):
        return 4 / (np.exp(x) + np.exp(-x)) ** 2

def d_relu(x):
    g = np.ones_like(x)
    g[x <= 0] = 0
    return g

def d_leaky_relu(x, alpha=0.01):
    g = np.full(x.shape, alpha)
    g[x > 0] = 1
    return g

def d_swish(x, beta=1.0):
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        s = sigmoid(beta * x[i])
        out[i] = s * (1 + beta * x[i] * (1 - s))
    return out
