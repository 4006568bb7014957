import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.D, self.M = W.shape

    def forward(self, x):
        self.x = x
        return np.matmul(x, self.W) + self.b

    def backward(self, dout):
        N = self.x.shape[0]
        self.dW = np.matmul(self.x.reshape(self.D, N), dout)
        self.db = np.sum(dout, 0)
        return np.matmul(dout, self.W.reshape(self.M, self.D))
