import numpy as np


class Affine:
    """y = x @ W + b, and its gradients."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        y = x @ self.W + self.b
        return y

    def backward(self, dout):
        self.dw = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T
