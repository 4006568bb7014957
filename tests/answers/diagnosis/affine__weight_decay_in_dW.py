import numpy as np


class Affine:
    reg = 1e-1

    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        return self.x.dot(self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T.dot(dout)
        self.dW += self.reg * self.W  # regularization gradient
        self.db = np.sum(dout, axis=0)
        dx = dout.dot(self.W.T)
        return dx
