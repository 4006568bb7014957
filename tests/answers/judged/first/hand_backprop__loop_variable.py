import numpy as np


def loss(params, x, t):
    """Given: the squared error of the network for one sample, one number. / 用意してあります: データ 1 個の損失"""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    return (y - t) ** 2


def gradients(params, x, t):
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    y = params["W2"] @ z + params["b2"]
    dLdy = 2 * (y - t)

    dW1 = np.zeros((2, 2))
    db1 = np.zeros(2)
    dW2 = np.zeros(2)
    for i in range(2):
        theta = 1.0 if u[i] > 0 else 0.0
        dW2[i] = dLdy * z[i]
        db1[i] = dLdy * params["W2"][i] * theta
        for j in range(2):
            dW1[i, j] = dLdy * params["W2"][i] * theta * x[i]
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": dLdy}
