import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    """各パラメータの勾配"""
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    u = np.dot(W1, x) + b1
    z = np.where(u > 0, u, 0)
    y = np.dot(W2, z) + b2

    dy = 2(y - t)
    dW2 = dy * z
    db2 = dy
    dz = dy * W2
    du = dz * (u > 0)
    dW1 = du.reshape(2, 1) * x.reshape(1, 2)
    db1 = du
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
