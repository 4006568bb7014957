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
    lr = 0.1
    # 順伝播
    u1 = np.dot(x, network["W1"]) + network["b1"]
    z1 = np.maximum(u1, 0)
    y = softmax(np.dot(z1, network["W2"]) + network["b2"])

    grads = {}

    # output layer
    output_deltas = (y - t) / x.shape[0]
    grads["W2"] = np.dot(z1.T, output_deltas)
    grads["b2"] = np.sum(output_deltas, axis=0)
    network["W2"] -= lr * grads["W2"]
    network["b2"] -= lr * grads["b2"]

    # hidden layer
    hidden_deltas = np.dot(output_deltas, network["W2"].T) * (u1 > 0)
    grads["W1"] = np.dot(x.T, hidden_deltas)
    grads["b1"] = np.sum(hidden_deltas, axis=0)
    network["W1"] -= lr * grads["W1"]
    network["b1"] -= lr * grads["b1"]

    return grads
