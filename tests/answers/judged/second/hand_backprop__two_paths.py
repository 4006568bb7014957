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
    u1 = w[0, 0] * x[0] + w[0, 1] * x[1] + b[0]
    u2 = w[1, 0] * x[0] + w[1, 1] * x[1] + b[1]
    z1, z2 = max(u1, 0.0), max(u2, 0.0)
    y = v[0] * z1 + v[1] * z2 + c
    slope = 2 * (y - t)
    th1 = 1.0 if u1 > 0 else 0.0
    th2 = 1.0 if u2 > 0 else 0.0
    grad_W1 = np.array([
        [slope * v[0] * th1 * x[0], slope * v[0] * th1 * x[1]],
        [slope * v[1] * th2 * x[0], slope * v[1] * th2 * x[1]],
    ])
    # the last factor of a bias is 1
    grad_b1 = np.array([slope * v[0], slope * v[1]])
    grad_W2 = np.array([slope * u1, slope * u2])
    return {"W1": grad_W1, "b1": grad_b1, "W2": grad_W2, "b2": slope}
