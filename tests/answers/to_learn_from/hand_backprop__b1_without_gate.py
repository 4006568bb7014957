import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    """Gradients of loss(params, x, t) with respect to the parameters, a dict of the same keys. / 各パラメータの勾配"""
    w, b = params["W1"], params["b1"]
    v, c = params["W2"], params["b2"]
    u = w @ x + b
    z = np.maximum(u, 0.0)
    y = v @ z + c
    dL_dy = 2 * (y - t)

    grads = {}
    grads["W2"] = dL_dy * z
    grads["b2"] = dL_dy
    grads["W1"] = np.zeros((2, 2))
    grads["b1"] = np.zeros(2)
    for i in range(2):
        dz_du = 1.0 if u[i] > 0 else 0.0
        for j in range(2):
            grads["W1"][i, j] = dL_dy * v[i] * dz_du * x[j]
        # bias: the last factor is 1
        grads["b1"][i] = dL_dy * v[i] * 1
    return grads
