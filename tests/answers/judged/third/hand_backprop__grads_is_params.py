import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    grads = params          # 同じキーを持つディクショナリ

    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]

    dy = 2 * (y - t)
    grads["b2"] = dy
    grads["W2"] = dy * z

    dz = dy * params["W2"]
    du = dz * (u > 0)
    grads["b1"] = du
    grads["W1"] = np.outer(du, x)
    return grads
