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
        self.y = softmax(x)
        self.t = np.eye(x.shape[1])[t] if t.ndim == 1 else t
        return cross_entropy_error(self.y, t)

    def backward(self, dout=1):
        N, M = self.y.shape
        dy = -self.t / np.maximum(self.y, 1e-12) / N * dout
        dx = np.zeros((N, M))
        for n in range(N):
            jac = np.zeros((M, M))
            for i in range(M):
                for j in range(M):
                    if i == j:
                        jac[i, j] = self.y[n, i] * (1 - self.y[n, i])
                    else:
                        jac[i, j] = self.y[n, i] * self.y[n, j]
            dx[n] = jac @ dy[n]
        return dx
