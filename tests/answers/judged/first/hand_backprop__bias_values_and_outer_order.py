import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    """Gradients of loss(params, x, t) with respect to the parameters, a dict of the same keys. / 各パラメータの勾配

    params: W1 (2, 2), its row i leads to hidden unit i; b1 (2,); W2 (2,); b2, a number. x: (2,); t: a number.
    """
    # forward
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]

    # backward
    dy = 2 * (y - t)
    dz = dy * params["W2"]
    du = dz * (u > 0)

    grads = {}
    grads["W2"] = dy * z
    grads["b2"] = dy * params["b2"]
    grads["W1"] = np.outer(x, du)
    grads["b1"] = du * params["b1"]
    return grads
