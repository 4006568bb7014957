import numpy as np


def sigmoid(x):
    """Given. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    """Given: the activation of the output layer. / 用意してあります: 出力層の活性化関数(恒等関数)"""
    return x


def init_network():
    """重みとバイアス"""
    net = dict()
    net["W1"] = np.array([[0.1, 0.3, 0.5],
                          [0.2, 0.4, 0.6]])
    net["W2"] = np.array([[0.1, 0.4],
                          [0.2, 0.5],
                          [0.3, 0.6]])
    net["W3"] = np.array([[0.1, 0.3],
                          [0.2, 0.4]])
    net["b1"] = np.array([0.1, 0.2, 0.3])
    net["b2"] = np.array([0.1, 0.2])
    net["b3"] = np.array([0.1, 0.2])
    return net


def forward(network, x):
    # first layer
    A1 = x @ network["W1"] + network["b1"]
    Z1 = sigmoid(A1)
    # second layer
    A2 = Z1 @ network["W2"] + network["b2"]
    Z2 = sigmoid(A2)
    # output layer
    A3 = Z2 @ network["W3"] + network["b2"]
    return identity_function(A3)
