import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    (w11, w12), (w21, w22) = params["W1"]
    b1, b2 = params["b1"]
    v1, v2 = params["W2"]
    c = params["b2"]
    x1, x2 = x
    u1 = w11 * x1 + w12 * x2 + b1
    u2 = w21 * x1 + w22 * x2 + b2
    z1 = u1 if u1 > 0 else 0.0
    z2 = u2 if u2 > 0 else 0.0
    y = v1 * z1 + v2 * z2 + c
    e = 2 * (y - t)
    g1 = e * v1 * (1 if u1 > 0 else 0)
    g2 = e * v2 * (1 if u2 > 0 else 0)
    return dict(
        W1=np.array([[g1 * x1, g1 * x2], [g2 * x1, g2 * x2]]),
        b1=np.array([g1, g2]),
        W2=np.array([e * z1, e * z2]),
        b2=np.array(e),
    )
