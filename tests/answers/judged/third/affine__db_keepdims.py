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
        self.input = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.input.T @ dout
        self.db = dout.sum(axis=0, keepdims=True)   # 行を全部足す
        return dout @ self.W.T
