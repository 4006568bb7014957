import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, A_prev):
        self.cache = (A_prev, self.W, self.b)
        Z = A_prev @ self.W + self.b
        return Z

    def backward(self, dZ):
        A_prev, W, b = self.cache
        m = A_prev.shape[0]
        self.dW = 1. / m * np.dot(A_prev.T, dZ)
        self.db = 1. / m * np.sum(dZ, axis=0, keepdims=True).reshape(b.shape)
        dA_prev = np.dot(dZ, W.T)
        return dA_prev
