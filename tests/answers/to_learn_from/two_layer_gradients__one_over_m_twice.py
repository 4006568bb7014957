import numpy as np


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 用意してあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 用意してあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


def loss(network, x, t):
    """Given: the loss that gradients differentiates. / 用意してあります: 微分する損失"""
    hidden = np.maximum(np.dot(x, network["W1"]) + network["b1"], 0)
    scores = np.dot(hidden, network["W2"]) + network["b2"]
    return cross_entropy_error(softmax(scores), t)


def gradients(network, x, t):
    W1, b1, W2, b2 = (network[k] for k in ("W1", "b1", "W2", "b2"))
    m = len(x)

    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    a2 = softmax(z2)

    dz2 = (a2 - t) / m
    dw2 = 1 / m * (a1.T @ dz2)
    db2 = 1 / m * np.sum(dz2, axis=0)
    dz1 = dz2 @ W2.T * (z1 > 0)
    dw1 = 1 / m * (x.T @ dz1)
    db1 = 1 / m * np.sum(dz1, axis=0)

    return {"W1": dw1, "b1": db1, "W2": dw2, "b2": db2}
