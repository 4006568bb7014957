import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        self.A_prev = x
        Z = x @ self.W + self.b
        return Z

    def backward(self, dout):
        m = self.A_prev.shape[0]   # number of examples
        dZ = dout
        self.dW = (1 / m) * self.A_prev.T @ dZ
        self.db = ((1 / m) * np.sum(dZ, axis=0)).reshape(self.b.shape)
        dA_prev = dZ @ self.W.T
        return dA_prev
