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


def relu_grad(u):
    return (u > 0).astype(float)


def gradients(network, x, t):
    # 順伝播
    a1 = np.dot(x, network["W1"])
    z1 = np.maximum(a1 + network["b1"], 0)
    a2 = np.dot(z1, network["W2"])
    y = softmax(a2 + network["b2"])

    # 逆伝播
    batch_num = x.shape[0]
    grads = {}
    dy = (y - t) / batch_num
    grads["W2"] = np.dot(z1.T, dy)
    grads["b2"] = np.sum(dy, axis=0)
    da1 = np.dot(dy, network["W2"].T) * relu_grad(a1)
    grads["W1"] = np.dot(x.T, da1)
    grads["b1"] = np.sum(da1, axis=0)
    return grads
