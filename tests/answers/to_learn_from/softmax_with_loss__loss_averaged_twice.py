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
        self.y = softmax(x)
        self.t = t
        self.batch_size = x.shape[0]
        loss = cross_entropy_error(self.y, t)
        return loss / self.batch_size

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 1:
            dx[np.arange(self.batch_size), self.t] -= 1
        else:
            dx -= self.t
        return dout * dx / self.batch_size
