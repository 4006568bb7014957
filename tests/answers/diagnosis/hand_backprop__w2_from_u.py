import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    pre = params["W1"] @ x + params["b1"]
    post = np.maximum(pre, 0)
    err = params["W2"] @ post + params["b2"] - t
    grads = {"b2": 2 * err, "W2": 2 * err * pre}
    grads["b1"] = 2 * err * params["W2"] * (pre > 0)
    grads["W1"] = np.outer(grads["b1"], x)
    return grads
