import numpy as np


class Affine:
    """Fully connected layer: y = x @ W + b"""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = None
        self.db = None

    def forward(self, x):
        self.A_prev = x
        return x @ self.W + self.b

    def backward(self, dZ):
        m = self.A_prev.shape[0]
        self.dW = 1 / m * (self.A_prev.T @ dZ)
        self.db = 1 / m * np.sum(dZ, axis=0)
        dA_prev = dZ @ self.W.T
        return dA_prev
