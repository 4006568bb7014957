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
    """損失の勾配"""
    N = len(x)
    u1 = x @ network["W1"] + network["b1"]
    z1 = np.maximum(u1, 0)
    u2 = z1 @ network["W2"] + network["b2"]
    softmax = softmax(u2)

    delta2 = (softmax - t) / N
    delta1 = (delta2 @ network["W2"].T) * (u1 > 0)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
