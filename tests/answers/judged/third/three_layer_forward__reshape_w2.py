import numpy as np


def sigmoid(x):
    """Given. / 用意してあります: シグモイド関数"""
    return 1 / (1 + np.exp(-x))


def identity_function(x):
    """Given: the activation of the output layer. / 用意してあります: 出力層の活性化関数(恒等関数)"""
    return x


def init_network():
    return {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        # 出力ごとに書いて (3, 2) にする
        "W2": np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]).reshape(3, 2),
        "b2": np.array([0.1, 0.2]),
        "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
        "b3": np.array([0.1, 0.2]),
    }


def forward(network, x):
    z = x
    for i in ("1", "2"):
        z = sigmoid(z @ network["W" + i] + network["b" + i])
    return z @ network["W3"] + network["b3"]
