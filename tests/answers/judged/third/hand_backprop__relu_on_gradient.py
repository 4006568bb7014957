import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def relu(a):
    return np.maximum(a, 0.0)


def gradients(params, x, t):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    # forward
    u = W1 @ x + b1
    z = relu(u)
    y = W2 @ z + b2
    # backward: the same way back, through relu again
    dy = 2 * (y - t)
    dz = dy * W2
    du = relu(dz)
    return {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}
