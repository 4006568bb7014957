import numpy as np


def sigmoid(x):
    """Given. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    """Given: the activation of the output layer. / 用意してあります: 出力層の活性化関数(恒等関数)"""
    return x


def init_network():
    network = {}
    network['W1'] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    network['b1'] = np.array([0.1, 0.2, 0.3])
    network['W2'] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
    network['b2'] = np.array([0.1, 0.2])
    network['W3'] = np.array([[0.1, 0.3], [0.2, 0.4]])
    network['b3'] = np.array([0.1, 0.2])
    return network


def layer(x, W, b, activation):
    return activation(x @ W) + b


def forward(network, x):
    z = layer(x, network['W1'], network['b1'], sigmoid)
    z = layer(z, network['W2'], network['b2'], sigmoid)
    return layer(z, network['W3'], network['b3'], identity_function)
