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
    """Softmax, then the mean cross entropy error, as one layer.

    x: (N, M); t: one-hot, (N, M), or labels, integers of shape (N,). / t は one-hot 表現かラベル
    """

    def __init__(self):
        self.loss = None
        self.y = None  # softmax の出力
        self.t = None  # 教師データ

    def forward(self, x, t):
        """Return the loss, one number. / 損失(1 つの数)を返す"""
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout=1):
        """Return dx, (N, M), for the upstream gradient dout, one number. / x の勾配を返す"""
        batch_size = self.t.shape[0]
        dx = (self.y - self.t) / batch_size
        return dx
