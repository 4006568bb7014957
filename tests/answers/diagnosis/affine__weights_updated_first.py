import numpy as np


class Affine:
    lr = 0.1

    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.inp = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.inp.T, dout)
        self.db = dout.sum(axis=0)
        # gradient step
        self.W = self.W - self.lr * self.dW
        self.b = self.b - self.lr * self.db
        return np.dot(dout, self.W.T)
