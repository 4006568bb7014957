import numpy as np


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 与えてあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 与えてあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


def softmax_prime(y):
    return y * (1.0 - y)


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.hyp = softmax(x)
        self.Y = np.eye(x.shape[1])[t] if t.ndim == 1 else t
        return cross_entropy_error(self.hyp, t)

    def backward(self, dout=1):
        diff = self.hyp - self.Y
        d_layer = np.multiply(diff, softmax_prime(self.hyp))
        return dout * d_layer / d_layer.shape[0]
