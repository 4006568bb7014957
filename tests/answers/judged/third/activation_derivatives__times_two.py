import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    return sigmoid(x) * (1 - sigmoid(x))


def d_tanh(x):
    return 1 - np.tanh(x) * 2


def d_relu(x):
    return (x > 0) * 1.0


def d_leaky_relu(x, alpha=0.01):
    return (x > 0) * 1.0 + (x <= 0) * alpha


def d_swish(x, beta=1.0):
    return sigmoid(beta * x) + beta * x * d_sigmoid(beta * x)
