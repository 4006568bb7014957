import numpy as np


def sigmoid(x):
    """Given. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    """Given: the activation of the output layer. / 用意してあります: 出力層の活性化関数(恒等関数)"""
    return x


def init_network():
    """Return a dict with the arrays W1, b1, W2, b2, W3 and b3. / 重みとバイアスをまとめたディクショナリを返す"""
    return {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
        "b2": np.array([0.1, 0.2]),
        "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
        "b3": np.array([0.1, 0.2]),
    }


def forward(network, x):
    """Return the output of the network for x, one sample (D,) or a batch (N, D). / 入力から出力までの順伝播"""
    network = init_network()
    z1 = sigmoid(x @ network["W1"] + network["b1"])
    z2 = sigmoid(z1 @ network["W2"] + network["b2"])
    return z2 @ network["W3"] + network["b3"]
