import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.y = softmax(x)
        # ラベルのときは one-hot に直しておく
        if t.ndim == 1:
            onehot = np.zeros(x.shape)
            onehot[np.arange(len(t)), t] = 1.0
            self.t = onehot
        else:
            self.t = t
        return cross_entropy_error(self.y, self.t)

    def backward(self, dout=1):
        # 上流の勾配 dout は出力 y にかかる。t は定数
        return (dout * self.y - self.t) / self.y.shape[0]
