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


class SoftmaxWithLoss:
    def forward(self, x, t):
        n, m = x.shape
        if t.ndim == 1:
            # class 1 -> column 0, class 2 -> column 1, ...
            onehot = np.zeros((n, m))
            onehot[np.arange(n), t - 1] = 1
        else:
            onehot = t
        self.t = onehot
        self.y = softmax(x)
        return -np.sum(onehot * np.log(self.y + 1e-7)) / n

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
