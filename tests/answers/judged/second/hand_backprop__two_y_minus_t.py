import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    dy = 2 * y - t
    dz = params["W2"] * dy
    du = np.where(u > 0, dz, 0.0)
    grads = {}
    grads["W2"] = dy * z
    grads["b2"] = dy
    grads["W1"] = du.reshape(2, 1) * x.reshape(1, 2)
    grads["b1"] = du
    return grads
