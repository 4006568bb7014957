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


class SoftmaxWithLoss:
    def forward(self, x, t):
        """Return the loss, one number. / 損失(1 つの数)を返す"""
        self.y = softmax(x)
        self.labels = t if t.ndim == 1 else np.argmax(t, axis=1)
        return cross_entropy_error(self.y, self.labels)

    def backward(self, dout=1):
        """Return dx, (N, M), for the upstream gradient dout, one number. / x の勾配を返す"""
        n = len(self.labels)
        dx = self.y
        dx[np.arange(n), self.labels] -= 1
        return dout * dx / n
