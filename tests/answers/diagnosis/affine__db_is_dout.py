import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.X = None

    def forward(self, X):
        self.X = X
        return np.dot(X, self.W) + self.b

    def backward(self, dY):
        # matmul node
        dX = np.dot(dY, self.W.T)
        self.dW = np.dot(self.X.T, dY)
        # plus node: the gradient goes through unchanged
        self.db = dY * np.ones_like(self.b)
        return dX
