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


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.mean(dout, axis=0)
        return dout @ self.W.T


class Relu:
    def forward(self, x):
        self.out = np.maximum(x, 0)
        return self.out

    def backward(self, dout):
        return dout * self.out


def gradients(network, x, t):
    """レイヤを使った誤差逆伝播法"""
    affine1 = Affine(network["W1"], network["b1"])
    relu = Relu()
    affine2 = Affine(network["W2"], network["b2"])

    y = softmax(affine2.forward(relu.forward(affine1.forward(x))))

    dout = (y - t) / len(t)
    affine1.backward(relu.backward(affine2.backward(dout)))
    return {"W1": affine1.dW, "b1": affine1.db, "W2": affine2.dW, "b2": affine2.db}
