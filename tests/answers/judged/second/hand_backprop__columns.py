import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    """順伝播してから、後ろから順に微分をかけていく"""
    W1 = params["W1"]
    W2 = params["W2"]

    # forward
    u = np.dot(W1, x) + params["b1"]
    z = np.maximum(0.0, u)
    y = np.dot(W2, z) + params["b2"]

    # backward
    dL_dy = 2 * (y - t)
    dL_db2 = dL_dy * 1
    dL_dW2 = dL_dy * z
    dL_dz = dL_dy * W2
    dL_du = dL_dz * (u > 0)
    dL_db1 = dL_du * 1
    dL_dW1 = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            dL_dW1[i, j] = x[i] * dL_du[j]

    return {"W1": dL_dW1, "b1": dL_db1, "W2": dL_dW2, "b2": dL_db2}
