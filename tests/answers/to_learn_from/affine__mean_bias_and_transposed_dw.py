import numpy as np


class Affine:
    """y = x @ W + b, and its gradients.

    W: (D, M); b: (M,) or (1, M); x: (N, D).
    """

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        """Return x @ W + b, of shape (N, M). / 順伝播"""
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        """Set self.dW and self.db, return dx; dout has the shape of forward's result. / 逆伝播"""
        self.dW = dout.T @ self.x
        self.db = dout.mean(axis=0)
        return dout @ self.W.T
