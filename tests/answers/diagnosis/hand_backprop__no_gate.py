import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    u = params["W1"] @ x + params["b1"]
    z = np.where(u > 0, u, 0)
    y = np.sum(params["W2"] * z) + params["b2"]
    dy = 2 * (y - t)
    dz = dy * params["W2"]
    return {
        "W1": dz[:, None] * x[None, :],
        "b1": dz,
        "W2": dy * z,
        "b2": dy,
    }
