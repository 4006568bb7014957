import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    return x


def init_network():
    p = {}
    # one row for each neuron
    p["W1"] = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
    p["b1"] = np.array([0.1, 0.2, 0.3])
    p["W2"] = np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])
    p["b2"] = np.array([0.1, 0.2])
    p["W3"] = np.array([[0.1, 0.2], [0.3, 0.4]])
    p["b3"] = np.array([0.1, 0.2])
    return p


def forward(network, x):
    z1 = sigmoid(np.dot(network["W1"], x) + network["b1"])
    z2 = sigmoid(np.dot(network["W2"], z1) + network["b2"])
    return np.dot(network["W3"], z2) + network["b3"]
