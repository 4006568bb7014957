import numpy as np


class Affine:
    """y = x @ W + b, and its gradients.

    W: (D, M); b: (M,) or (1, M); x: (N, D).
    """

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = np.zeros(W.shape)
        self.db = np.zeros(b.shape)
        self.x = None

    def forward(self, x):
        """Return x @ W + b, of shape (N, M). / 順伝播"""
        self.x = x
        out = np.dot(x, self.W) + self.b
        return out

    def backward(self, dout):
        """Set self.dW and self.db, return dx; dout has the shape of forward's result. / 逆伝播"""
        dx = np.dot(dout, self.W.T)
        self.dW += np.dot(self.x.T, dout)
        self.db += np.sum(dout)
        return dx
