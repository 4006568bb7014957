import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    return x


def init_network():
    net = {}
    net["W1"] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    net["W2"] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
    net["W3"] = np.array([[0.1, 0.3], [0.2, 0.4]])
    net["b1"] = np.array([0.1, 0.2, 0.3])
    net["b2"] = np.array([0.1, 0.2])
    net["b3"] = np.array([0.1, 0.2])
    return net


def forward(network, x):
    first = sigmoid(np.matmul(x, network["W1"]) + network["b1"])
    second = sigmoid(np.matmul(first, network["W2"]))
    return identity_function(np.matmul(second, network["W3"]) + network["b3"])
