import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    w, b = params["W1"], params["b1"]
    v, c = params["W2"], params["b2"]
    u = np.zeros(2)
    for i in range(2):
        u[i] = w[i, 0] * x[0] + w[i, 1] * x[1] + b[i]
    y = v[0] * max(0, u[0]) + v[1] * max(0, u[1]) + c

    dL_dy = 2 * (y - t)

    dW1 = np.zeros((2, 2))
    db1 = np.zeros(2)
    dv = np.zeros(2)
    for i in range(2):
        gate = 1 if u[i] > 0 else 0
        dv[i] = dL_dy * u[i]
        # the last factor of the bias is 1
        db1[i] = dL_dy * v[i] * 1
        for j in range(2):
            dW1[i, j] = dL_dy * v[i] * gate * x[j]
    return {"W1": dW1, "b1": db1, "W2": dv, "b2": dL_dy}
