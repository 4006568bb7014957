import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def swish(x, beta=1.0):
    return x * sigmoid(beta * x)


def d_sigmoid(x):
    return sigmoid(x) * (1 - sigmoid(x))


def d_tanh(x):
    return 1 - np.square(np.tanh(x))


def d_relu(x):
    return np.heaviside(x, 0)


def d_leaky_relu(x, alpha=0.01):
    return np.maximum(alpha, np.heaviside(x, 0))


def d_swish(x, beta=1.0):
    return sigmoid(beta * x) + beta * x * sigmoid(beta * x) * (1 - swish(x, beta))
