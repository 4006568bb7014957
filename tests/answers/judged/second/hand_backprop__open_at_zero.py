import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    W1, b1, v, c = params["W1"], params["b1"], params["W2"], params["b2"]
    u = W1 @ x + b1
    z = np.maximum(u, 0.0)
    y = v @ z + c

    dy = 2.0 * (y - t)
    gate = np.where(u < 0, 0.0, 1.0)
    du = dy * v * gate
    return {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}
