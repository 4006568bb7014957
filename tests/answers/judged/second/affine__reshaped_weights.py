import numpy as np


class Affine:

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        return np.matmul(x, self.W) + self.b

    def backward(self, dout):
        D, M = self.W.shape
        # dout is (N, M), dx has to be (N, D): the weights as (M, D)
        dx = np.matmul(dout, self.W.reshape(M, D))
        self.dW = np.matmul(self.x.T, dout)
        self.db = np.sum(dout, axis=0, keepdims=True)
        return dx
