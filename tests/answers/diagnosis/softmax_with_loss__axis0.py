import numpy as np


def softmax(x):
    """Compute softmax values for each sets of scores in x."""
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum(axis=0)


def cross_entropy_error(y, t):
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        return cross_entropy_error(self.y, t)

    def backward(self, dout=1):
        dx = self.y.copy()
        n = dx.shape[0]
        if self.t.ndim == 1:
            dx[np.arange(n), self.t] -= 1
        else:
            dx -= self.t
        return dout * dx / n
